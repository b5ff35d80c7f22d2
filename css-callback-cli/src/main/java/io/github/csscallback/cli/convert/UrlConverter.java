package io.github.csscallback.cli.convert;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts URLs. A message does not repeat the text, since URLs often hold a secret path. */
public final class UrlConverter implements ITypeConverter<URI> {

    @Override
    public URI convert(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new TypeConversionException("it is not a URL; write it as https://hooks.example.com/css");
        }
    }
}
