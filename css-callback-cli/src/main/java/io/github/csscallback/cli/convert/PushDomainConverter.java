package io.github.csscallback.cli.convert;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Push domains as a user types them. Whether one exists is for the service to say. */
public final class PushDomainConverter implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (text.isBlank()) {
            throw new TypeConversionException("it is blank; name the push domain, such as push.example.com");
        }
        return text;
    }
}
