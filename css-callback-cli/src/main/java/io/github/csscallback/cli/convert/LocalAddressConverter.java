package io.github.csscallback.cli.convert;

import java.net.InetAddress;
import java.net.UnknownHostException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Addresses of this machine as a user types them: a name or a number. */
public final class LocalAddressConverter implements ITypeConverter<InetAddress> {

    @Override
    public InetAddress convert(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new TypeConversionException(
                    "'" + text + "' is no known host; give an address of this machine or 0.0.0.0");
        }
    }
}
