package io.github.csscallback.cli.convert;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Hosts as a user types them: a name or an IP address, not a whole address, which would never match one. */
public final class HostNameConverter implements ITypeConverter<String> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?");
    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*]?");

    @Override
    public String convert(String text) {
        if (!NAME.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw new TypeConversionException(
                    "give a host alone, without scheme, port and path, such as hooks.example.com");
        }
        return text;
    }
}
