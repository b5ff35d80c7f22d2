package io.github.csscallback.cli.input;

import io.github.csscallback.cli.process.CliEnvironment;
import io.github.csscallback.cli.process.CommandFailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what the user names on the command line; {@code -} is standard input. */
public final class InputFiles {

    /**
     * Four times the default body limit of a receiver: enough to see it reject a packet, and little enough for the
     * tree of it that signing needs, which may take many times the memory of its bytes.
     */
    public static final int LARGEST = 4 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Path STANDARD_INPUT = Path.of("-");

    private InputFiles() {}

    public static byte[] read(Path file, CliEnvironment environment) {
        return file.equals(STANDARD_INPUT) ? bounded(environment.in(), file) : readFile(file);
    }

    public static byte[] readFile(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The size is not asked for beforehand: a pipe has none, and a file may grow. */
    private static byte[] bounded(InputStream in, Path file) {
        byte[] read;
        try {
            read = in.readNBytes(LARGEST + 1);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
        if (read.length > LARGEST) {
            throw unreadable(file, "it is larger than " + (LARGEST >> 20) + " MiB, as no packet and no key is");
        }
        return read;
    }

    /** The text of a file, without the byte order mark that some editors put before it and nobody sees. */
    public static String text(byte[] content, Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw unreadable(file, e);
        }
    }

    private static CommandFailureException unreadable(Path file, IOException e) {
        String why;
        if (e instanceof NoSuchFileException) {
            why = "there is no such file";
        } else if (e instanceof AccessDeniedException) {
            why = "you may not read it";
        } else if (Files.isDirectory(file)) {
            why = "it is a directory";
        } else {
            why = e instanceof CharacterCodingException ? "it is not UTF-8" : "reading failed";
        }
        return unreadable(file, why);
    }

    private static CommandFailureException unreadable(Path file, String why) {
        String name = file.equals(STANDARD_INPUT) ? "standard input" : file.toString();
        return new CommandFailureException("cannot read " + name + ": " + why);
    }
}
