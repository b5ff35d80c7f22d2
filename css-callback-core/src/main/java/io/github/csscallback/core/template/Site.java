package io.github.csscallback.core.template;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * The two sites of Tencent Cloud. Their management APIs have the same actions under the same version, yet accept and
 * show different fields of a callback template; a site rejects a field that it does not know.
 *
 * <p>Fields are called by their names in the API, such as {@code RecordNotifyUrl}; a field that is not listed as an
 * exception here is taken as known, since the API grows. Immutable.
 *
 * <p>Sources: CreateLiveCallbackTemplate, ModifyLiveCallbackTemplate and DescribeLiveCallbackTemplate, as of 2026-08.
 *
 * @see <a href="https://cloud.tencent.com/document/product/267/32637">Documentation, zh 32637</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/32631">Documentation, zh 32631</a>
 * @see <a href="https://cloud.tencent.com/document/product/267/32633">Documentation, zh 32633</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30815">Documentation, intl 30815</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30809">Documentation, intl 30809</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/30813">Documentation, intl 30813</a>
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
     * @return false if it cannot be read back there
     */
    public boolean reads(String field) {
        return !notRead.contains(field);
    }

    /**
     * The fields that can be written but not read back.
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
