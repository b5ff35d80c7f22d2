package io.github.csscallback.benchmarks.receive;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** The records that a user of databind would write for the same packets: the same components, plain types. */
final class Bound {

    private Bound() {}

    static Class<?> of(int eventType) {
        return switch (eventType) {
            case 1 -> Push.class;
            case 100 -> Recording.class;
            default -> Moderation.class;
        };
    }

    record Push(
            @JsonProperty("event_type") int eventType,
            @JsonProperty("t") long t,
            @JsonProperty("sign") String sign,
            @JsonProperty("appid") Long appId,
            @JsonProperty("app") String app,
            @JsonProperty("appname") String appName,
            @JsonProperty("stream_id") String streamId,
            @JsonProperty("channel_id") String channelId,
            @JsonProperty("event_time") Long eventTime,
            @JsonProperty("sequence") String sequence,
            @JsonProperty("node") String node,
            @JsonProperty("user_ip") String userIp,
            @JsonProperty("stream_param") String streamParam,
            @JsonProperty("errcode") Integer errCode,
            @JsonProperty("errmsg") String errMsg,
            @JsonProperty("set_id") Integer setId,
            @JsonProperty("width") Integer width,
            @JsonProperty("height") Integer height,
            @JsonProperty("idc_id") Long idcId) {}

    record Recording(
            @JsonProperty("event_type") int eventType,
            @JsonProperty("t") long t,
            @JsonProperty("sign") String sign,
            @JsonProperty("appid") Long appId,
            @JsonProperty("app") String app,
            @JsonProperty("appname") String appName,
            @JsonProperty("stream_id") String streamId,
            @JsonProperty("channel_id") String channelId,
            @JsonProperty("file_id") String fileId,
            @JsonProperty("record_file_id") String recordFileId,
            @JsonProperty("record_temp_id") String recordTempId,
            @JsonProperty("file_format") String fileFormat,
            @JsonProperty("task_id") String taskId,
            @JsonProperty("start_time") Long startTime,
            @JsonProperty("end_time") Long endTime,
            @JsonProperty("start_time_usec") Long startTimeUsec,
            @JsonProperty("end_time_usec") Long endTimeUsec,
            @JsonProperty("duration") Long duration,
            @JsonProperty("file_size") Long fileSize,
            @JsonProperty("stream_param") String streamParam,
            @JsonProperty("video_url") String videoUrl,
            @JsonProperty("media_start_time") Long mediaStartTime,
            @JsonProperty("record_bps") Long recordBps,
            @JsonProperty("callback_ext") String callbackExt,
            @JsonProperty("video_id") String videoId,
            @JsonProperty("vod2Flag") Integer vod2Flag) {}

    record Moderation(
            @JsonProperty("event_type") int eventType,
            @JsonProperty("t") long t,
            @JsonProperty("sign") String sign,
            @JsonProperty("appid") Long appId,
            @JsonProperty("app") String app,
            @JsonProperty("appname") String appName,
            @JsonProperty("streamId") String streamId,
            @JsonProperty("channelId") String channelId,
            @JsonProperty("img") String img,
            @JsonProperty("type") List<Long> type,
            @JsonProperty("score") @JsonAlias("socre") List<Long> score,
            @JsonProperty("ocrMsg") String ocrMsg,
            @JsonProperty("suggestion") String suggestion,
            @JsonProperty("label") String label,
            @JsonProperty("subLabel") String subLabel,
            @JsonProperty("labelResults") List<LabelResult> labelResults,
            @JsonProperty("objectResults") List<ObjectResult> objectResults,
            @JsonProperty("ocrResults") List<OcrResult> ocrResults,
            @JsonProperty("libResults") List<LibResult> libResults,
            @JsonProperty("screenshotTime") Long screenshotTime,
            @JsonProperty("sendTime") Long sendTime,
            @JsonProperty("stream_param") String streamParam,
            @JsonProperty("level") Integer level,
            @JsonProperty("tid") Long tid,
            @JsonProperty("abductionRisk") List<Risk> abductionRisk,
            @JsonProperty("faceDetails") List<Face> faceDetails,
            @JsonProperty("gameDetails") Games gameDetails,
            @JsonProperty("confidence") Double confidence,
            @JsonProperty("normalScore") Double normalScore,
            @JsonProperty("hotScore") Double hotScore,
            @JsonProperty("pornScore") Double pornScore,
            @JsonProperty("terrorScore") Double terrorScore,
            @JsonProperty("polityScore") Double polityScore,
            @JsonProperty("illegalScore") Double illegalScore,
            @JsonProperty("similarScore") Double similarScore,
            @JsonProperty("abuseScore") Double abuseScore,
            @JsonProperty("teenagerScore") Double teenagerScore,
            @JsonProperty("adScore") Double adScore,
            @JsonProperty("customScore") Double customScore) {}

    record LabelResult(
            @JsonProperty("HitFlag") Integer hitFlag,
            @JsonProperty("Scene") String scene,
            @JsonProperty("Suggestion") String suggestion,
            @JsonProperty("Label") @JsonAlias("label") String label,
            @JsonProperty("SubLabel") String subLabel,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Details") List<LabelDetail> details) {}

    record LabelDetail(
            @JsonProperty("Id") Integer id,
            @JsonProperty("Name") String name,
            @JsonProperty("Score") Integer score) {}

    record ObjectResult(
            @JsonProperty("HitFlag") Integer hitFlag,
            @JsonProperty("Scene") String scene,
            @JsonProperty("Suggestion") String suggestion,
            @JsonProperty("Label") @JsonAlias("label") String label,
            @JsonProperty("SubLabel") String subLabel,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Names") List<String> names,
            @JsonProperty("Details") List<ObjectDetail> details) {}

    record ObjectDetail(
            @JsonProperty("Id") Integer id,
            @JsonProperty("Name") String name,
            @JsonProperty("Value") String value,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Location") Location location) {}

    record OcrResult(
            @JsonProperty("HitFlag") Integer hitFlag,
            @JsonProperty("Scene") String scene,
            @JsonProperty("Suggestion") String suggestion,
            @JsonProperty("Label") @JsonAlias("label") String label,
            @JsonProperty("SubLabel") String subLabel,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Text") String text,
            @JsonProperty("Details") List<OcrDetail> details) {}

    record OcrDetail(
            @JsonProperty("Text") String text,
            @JsonProperty("Label") @JsonAlias("label") String label,
            @JsonProperty("Keywords") List<String> keywords,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Location") Location location) {}

    record LibResult(
            @JsonProperty("HitFlag") Integer hitFlag,
            @JsonProperty("Scene") String scene,
            @JsonProperty("Suggestion") String suggestion,
            @JsonProperty("Label") @JsonAlias("label") String label,
            @JsonProperty("SubLabel") String subLabel,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Details") List<LibDetail> details) {}

    record LibDetail(
            @JsonProperty("Id") Integer id,
            @JsonProperty("ImageId") String imageId,
            @JsonProperty("Label") @JsonAlias("label") String label,
            @JsonProperty("Tag") String tag,
            @JsonProperty("Score") Integer score) {}

    record Location(
            @JsonProperty("X") Double x,
            @JsonProperty("Y") Double y,
            @JsonProperty("Width") Double width,
            @JsonProperty("Height") Double height,
            @JsonProperty("Rotate") Double rotate) {}

    record Risk(
            @JsonProperty("level") Integer level,
            @JsonProperty("type") Long type) {}

    record Face(
            @JsonProperty("gender") Double gender,
            @JsonProperty("age") Double age,
            @JsonProperty("expression") Double expression,
            @JsonProperty("beauty") Double beauty,
            @JsonProperty("x") Double x,
            @JsonProperty("y") Double y,
            @JsonProperty("width") Double width,
            @JsonProperty("height") Double height) {}

    record Games(
            @JsonProperty("battlegrounds") Map<String, Object> battlegrounds,
            @JsonProperty("gameList") List<Game> gameList) {}

    record Game(
            @JsonProperty("name") String name,
            @JsonProperty("confidence") Double confidence) {}
}
