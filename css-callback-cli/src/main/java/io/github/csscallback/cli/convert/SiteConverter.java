package io.github.csscallback.cli.convert;

import io.github.csscallback.core.template.Site;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The sites of Tencent Cloud as a user types them: {@code china} or {@code international}. */
public final class SiteConverter implements ITypeConverter<Site> {

    /** For shell completion. */
    public static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    private static Stream<String> names() {
        return Arrays.stream(Site.values()).map(site -> site.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Site convert(String text) {
        return Arrays.stream(Site.values())
                .filter(site -> site.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is none of the sites " + names().collect(Collectors.joining(", "))));
    }
}
