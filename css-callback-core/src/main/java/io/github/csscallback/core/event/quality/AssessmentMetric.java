package io.github.csscallback.core.event.quality;

/**
 * How the quality of a stream is measured: {@code class} of {@code AssessmentThresholdEvent} and {@code
 * AssessmentAverageEvent}. CSS may add values.
 *
 * @param value the word as sent
 * @see <a href="https://www.tencentcloud.com/document/product/267/73167">Documentation, intl 73167</a>
 * @see <a href="https://www.tencentcloud.com/document/product/267/73168">Documentation, intl 73168</a>
 */
public record AssessmentMetric(String value) {

    /** Peak signal-to-noise ratio, in comparison with the original. */
    public static final AssessmentMetric PSNR = new AssessmentMetric("PSNR");

    /** Structural similarity, in comparison with the original. */
    public static final AssessmentMetric SSIM = new AssessmentMetric("SSIM");

    /** Video multi-method assessment fusion, in comparison with the original. */
    public static final AssessmentMetric VMAF = new AssessmentMetric("VMAF");

    /** Video quality assessment without an original. */
    public static final AssessmentMetric VQA = new AssessmentMetric("VQA");
}
