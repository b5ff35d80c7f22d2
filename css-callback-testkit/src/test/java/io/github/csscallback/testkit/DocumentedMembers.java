package io.github.csscallback.testkit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The members of each kind as the pages' tables and samples list them, copied from there and not from the samples. */
final class DocumentedMembers {

    private static final String PUSH = "appid app appname stream_id channel_id event_time sequence node user_ip"
            + " stream_param errcode errmsg set_id width height idc_id";
    private static final String ASSESSMENT = "appid appname stream_id domain event_time transcode_template_id"
            + " watermark_template_id frames function class";

    private DocumentedMembers() {}

    static Map<Integer, List<String>> byNumber() {
        Map<Integer, List<String>> table = new TreeMap<>();
        put(table, 1, PUSH);
        put(table, 0, PUSH + " push_duration");
        put(table, 8, "appid domain path mix_session_id status_code status_msg timestamp stream_list");
        put(
                table,
                100,
                "appid app appname stream_id channel_id file_id record_file_id record_temp_id file_format task_id"
                        + " start_time end_time start_time_usec end_time_usec duration file_size stream_param video_url"
                        + " media_start_time record_bps callback_ext video_id vod2Flag");
        put(
                table,
                200,
                "app appname stream_param stream_id channel_id create_time file_size width height pic_url"
                        + " pic_full_url task_id pic_extra_info");
        put(
                table,
                314,
                "appid callback_event source_urls to_url stream_id task_id msg event_time callback_url interface"
                        + " product_name");
        put(
                table,
                315,
                "appid bizid stream_id channel_id domain path HitFlag Score SubTag task_id status asr_text cdn_url"
                        + " duration label sub_label suggestion request_id seq language_results moan_results"
                        + " recognition_results speaker_results text_results data interface");
        put(
                table,
                317,
                "streamId channelId img type socre ocrMsg suggestion label subLabel labelResults objectResults"
                        + " ocrResults libResults screenshotTime sendTime stream_param app appname appid level"
                        + " abductionRisk faceDetails gameDetails tid confidence normalScore hotScore pornScore"
                        + " terrorScore polityScore illegalScore similarScore abuseScore teenagerScore adScore"
                        + " customScore");
        put(
                table,
                321,
                "appid user_ip data_time domain path report_interval sequence stream_id stream_param timeout"
                        + " abnormal_event interface");
        put(table, 328, "appid bizid interface event_name event_time event_msg stream_id");
        put(table, 332, "appid appname domain event_time record_detail record_event task_id seq session_id stream_id");
        put(table, 338, "appid stream_id channel_id task_id data");
        put(
                table,
                341,
                "appid domain path interface stream_id session_id file_format timestamp exception_level exception");
        put(
                table,
                343,
                "appid appname stream_id domain event_time transcode_template_id watermark_template_id score function"
                        + " class");
        put(table, 344, ASSESSMENT);
        put(table, 345, ASSESSMENT + " average_score max_score min_score");
        put(table, 347, "appid stream_id channel_id task_id data");
        put(table, 348, "appid domain path stream_id begin_time end_time title summary key_words key_points");
        put(table, 349, "appid domain path stream_id items");
        return table;
    }

    private static void put(Map<Integer, List<String>> table, int number, String names) {
        table.put(number, List.of(names.split(" ", -1)));
    }
}
