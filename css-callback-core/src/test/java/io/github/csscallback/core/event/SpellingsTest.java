package io.github.csscallback.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.csscallback.core.event.moderation.ImageLabelResult;
import io.github.csscallback.core.event.moderation.ImageLibResult;
import io.github.csscallback.core.event.moderation.ImageObjectResult;
import io.github.csscallback.core.event.moderation.ImageOcrResult;
import io.github.csscallback.core.event.moderation.ModerationLabel;
import io.github.csscallback.core.internal.ConflictingSpellingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The documentation writes some names in two ways, and nobody knows which of them real packets carry. */
class SpellingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"score", "socre"})
    void theScoresOfAPictureAreReadUnderBothNamesAndInBothForms(String name) {
        assertThat(Packet.decode(PornCensorshipEvent.class, "{\"event_type\":317,\"" + name + "\":[99,1]}")
                        .scores())
                .containsExactly(99L, 1L);
        assertThat(Packet.decode(PornCensorshipEvent.class, "{\"event_type\":317,\"" + name + "\":99}")
                        .scores())
                .containsExactly(99L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Label", "label"})
    void theLabelOfANestedResultIsReadUnderBothNames(String name) {
        PornCensorshipEvent picture = Packet.decode(PornCensorshipEvent.class, """
                {"event_type": 317,
                 "labelResults": [{"NAME": "Porn"}],
                 "objectResults": [{"NAME": "Ad"}],
                 "ocrResults": [{"NAME": "Abuse", "Details": [{"NAME": "Custom"}]}],
                 "libResults": [{"NAME": "Porn", "Details": [{"NAME": "Ad"}]}]}
                """.replace("NAME", name));
        assertThat(picture.labelResults()).extracting(ImageLabelResult::label).containsExactly(ModerationLabel.PORN);
        assertThat(picture.objectResults()).extracting(ImageObjectResult::label).containsExactly(ModerationLabel.AD);
        ImageOcrResult words = picture.ocrResults().get(0);
        assertThat(words.label()).isEqualTo(ModerationLabel.ABUSE);
        assertThat(words.details().get(0).label()).isEqualTo(ModerationLabel.CUSTOM);
        ImageLibResult library = picture.libResults().get(0);
        assertThat(library.label()).isEqualTo(ModerationLabel.PORN);
        assertThat(library.details().get(0).label()).isEqualTo(ModerationLabel.AD);

        AudioAuditEvent audio = Packet.decode(AudioAuditEvent.class, """
                {"event_type": 315, "label": "Porn",
                 "text_results": [{"NAME": "Ad"}],
                 "moan_results": [{"NAME": "Moan"}],
                 "language_results": [{"NAME": "en"}],
                 "speaker_results": [{"NAME": "somebody"}],
                 "recognition_results": [{"NAME": "Gender"}]}
                """.replace("NAME", name));
        assertThat(audio.label()).isEqualTo(ModerationLabel.PORN);
        assertThat(audio.textResults().get(0).label()).isEqualTo(ModerationLabel.AD);
        assertThat(audio.moanResults().get(0).label()).isEqualTo(ModerationLabel.MOAN);
        assertThat(audio.languageResults().get(0).label()).isEqualTo("en");
        assertThat(audio.speakerResults().get(0).label()).isEqualTo("somebody");
        assertThat(audio.recognitionResults().get(0).label()).isEqualTo("Gender");
    }

    @ParameterizedTest
    @ValueSource(strings = {"steady_state", "stead_state"})
    void theSteadyStateOfASubtitleIsReadUnderBothNames(String name) {
        assertThat(Packet.decode(
                                SubtitleEvent.class,
                                "{\"event_type\":338,\"data\":{\"subtitle_tmp_res\":[{\"" + name + "\":true}]}}")
                        .subtitles())
                .extracting(SubtitleEvent.Subtitle::steadyState)
                .containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"appid", "appId"})
    void theAccountOfARelayIsReadUnderBothNames(String name) {
        assertThat(Packet.decode(RelayEvent.class, "{\"event_type\":314,\"" + name + "\":4}")
                        .appId())
                .isEqualTo(4);
    }

    @Test
    void bothWithTheSameValueAreFine() {
        assertThat(Packet.decode(RelayEvent.class, "{\"event_type\":314,\"appid\":4,\"appId\":4}")
                        .appId())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event_type\":314,\"appid\":4,\"appId\":5}",
                "{\"event_type\":317,\"score\":4,\"socre\":5}",
                "{\"event_type\":317,\"ocrResults\":[{\"Details\":[{\"Label\":\"a\",\"label\":\"b\"}]}]}",
                "{\"event_type\":315,\"text_results\":[{\"Label\":\"a\",\"label\":\"b\"}]}",
                "{\"event_type\":338,\"data\":{\"subtitle_tmp_res\":[{\"steady_state\":true,\"stead_state\":false}]}}"
            })
    void bothWithDifferentValuesCannotBeRead(String json) {
        assertThatThrownBy(() -> Packet.decode(json)).isInstanceOf(ConflictingSpellingsException.class);
    }
}
