package io.github.csscallback.core.template;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two sites of Tencent Cloud. Their management APIs have the same actions under the same version, yet accept and show
 * different fields of a callback template; a field that a site does not know is an error there, not ignored.
 *
 * <p>Fields are called by their names in the API, such as {@code RecordNotifyUrl}; a field that is not listed as an
 * exception here counts as known, since the API grows. Immutable.
 *
 * <p>Sources: CreateLiveCallbackTemplate, ModifyLiveCallbackTemplate and DescribeLiveCallbackTemplate (zh 32637, 32631,
 * 32633; intl 30815, 30809, 30813), as of 2026-08.
 */
@SuppressWarnings("ImmutableEnumChecker") // every set is made by Set.of
public enum Site {
    /** The Chinese site, cloud.tencent.com. It cannot show RecordStatusNotifyUrl, which can only be written. */
    CHINA(Set.of(), Set.of("StreamMixNotifyUrl"), Set.of("RecordStatusNotifyUrl"), true),

    /** The international site, www.tencentcloud.com. It shows AudioAuditNotifyUrl but does not let it be written. */
    INTERNATIONAL(
            Set.of("RecordStatusNotifyUrl", "RecordExceptionNotifyUrl", "RecordExceptionLevels", "AudioAuditNotifyUrl"),
            Set.of("StreamMixNotifyUrl"),
            Set.of("RecordStatusNotifyUrl", "RecordExceptionNotifyUrl", "RecordExceptionLevels"),
            false);

    private final Set<String> notWritten;
    private final Set<String> onlyCreated;
    private final Set<String> notRead;
    private final boolean listsCallbackRecords;

    Site(Set<String> notWritten, Set<String> onlyCreated, Set<String> notRead, boolean listsCallbackRecords) {
        this.notWritten = notWritten;
        this.onlyCreated = onlyCreated;
        this.notRead = notRead;
        this.listsCallbackRecords = listsCallbackRecords;
    }

    /**
     * Whether a new template may have the field.
     *
     * @param field the field's name in the API
     * @return false if the site does not know the field when creating
     */
    public boolean creates(String field) {
        return !notWritten.contains(field);
    }

    /**
     * Whether the field of an existing template may be changed.
     *
     * @param field the field's name in the API
     * @return false if the site does not know the field when modifying
     */
    public boolean modifies(String field) {
        return !notWritten.contains(field) && !onlyCreated.contains(field);
    }

    /**
     * Whether the site shows the field when a template is read.
     *
     * @param field the field's name in the API
     * @return false if nobody can read it back there
     */
    public boolean reads(String field) {
        return !notRead.contains(field);
    }

    /**
     * The fields that can be written and not read back: what they hold is known to nobody but who wrote them.
     *
     * @return their names in the API
     */
    public Set<String> writeOnlyFields() {
        return notRead.stream().filter(this::creates).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether the site has the action DescribeCallbackRecordsList.
     *
     * @return true for {@link #CHINA} only
     */
    public boolean listsCallbackRecords() {
        return listsCallbackRecords;
    }
}
