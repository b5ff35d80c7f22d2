package io.github.csscallback.benchmarks.receive;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

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
            @JsonProperty("video_id") String videoId) {}

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
            @JsonProperty("labelResults") List<Result> labelResults,
            @JsonProperty("objectResults") List<Result> objectResults,
            @JsonProperty("ocrResults") List<Result> ocrResults,
            @JsonProperty("libResults") List<Result> libResults,
            @JsonProperty("screenshotTime") Long screenshotTime,
            @JsonProperty("sendTime") Long sendTime,
            @JsonProperty("stream_param") String streamParam,
            @JsonProperty("level") Integer level) {}

    record Result(
            @JsonProperty("HitFlag") Integer hitFlag,
            @JsonProperty("Scene") String scene,
            @JsonProperty("Suggestion") String suggestion,
            @JsonProperty("Label") @JsonAlias("label") String label,
            @JsonProperty("SubLabel") String subLabel,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Names") List<String> names,
            @JsonProperty("Text") String text,
            @JsonProperty("Details") List<Detail> details) {}

    record Detail(
            @JsonProperty("Id") Integer id,
            @JsonProperty("Name") String name,
            @JsonProperty("Value") String value,
            @JsonProperty("Score") Integer score,
            @JsonProperty("Text") String text,
            @JsonProperty("Label") @JsonAlias("label") String label) {}
}
