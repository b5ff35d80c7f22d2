package io.github.csscallback.core.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The field table of the API, column by column. */
class SiteTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            # field,                 CN create, modify, read, intl create, modify, read
            TemplateName,               true,  true,  true,  true,  true,  true
            Description,                true,  true,  true,  true,  true,  true
            StreamBeginNotifyUrl,       true,  true,  true,  true,  true,  true
            StreamEndNotifyUrl,         true,  true,  true,  true,  true,  true
            StreamMixNotifyUrl,         true,  false, true,  true,  false, true
            RecordNotifyUrl,            true,  true,  true,  true,  true,  true
            RecordStatusNotifyUrl,      true,  true,  false, false, false, false
            SnapshotNotifyUrl,          true,  true,  true,  true,  true,  true
            PornCensorshipNotifyUrl,    true,  true,  true,  true,  true,  true
            PushExceptionNotifyUrl,     true,  true,  true,  true,  true,  true
            AudioAuditNotifyUrl,        true,  true,  true,  false, false, true
            RecordExceptionNotifyUrl,   true,  true,  true,  false, false, false
            RecordExceptionLevels,      true,  true,  true,  false, false, false
            CallbackKey,                true,  true,  true,  true,  true,  true
            """)
    void eachSiteHasItsFields(
            String field,
            boolean chinaCreates,
            boolean chinaModifies,
            boolean chinaReads,
            boolean intlCreates,
            boolean intlModifies,
            boolean intlReads) {
        assertThat(Site.CHINA.creates(field)).isEqualTo(chinaCreates);
        assertThat(Site.CHINA.modifies(field)).isEqualTo(chinaModifies);
        assertThat(Site.CHINA.reads(field)).isEqualTo(chinaReads);
        assertThat(Site.INTERNATIONAL.creates(field)).isEqualTo(intlCreates);
        assertThat(Site.INTERNATIONAL.modifies(field)).isEqualTo(intlModifies);
        assertThat(Site.INTERNATIONAL.reads(field)).isEqualTo(intlReads);
    }

    @ParameterizedTest
    @CsvSource({"CHINA, true, RecordStatusNotifyUrl", "INTERNATIONAL, false, "})
    void oneFieldOfTheChineseSiteIsWriteOnlyAndOnlyThatSiteListsRecords(
            Site site, boolean lists, @Nullable String writeOnly) {
        assertThat(site.listsCallbackRecords()).isEqualTo(lists);
        if (writeOnly == null) {
            assertThat(site.writeOnlyFields()).isEmpty();
        } else {
            assertThat(site.writeOnlyFields()).containsExactly(writeOnly);
        }
    }
}
