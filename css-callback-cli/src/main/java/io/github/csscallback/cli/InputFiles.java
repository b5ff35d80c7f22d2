package io.github.csscallback.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what the user names on the command line; {@code -} is standard input. */
final class InputFiles {

    private static final Path STANDARD_INPUT = Path.of("-");

    private InputFiles() {}

    static byte[] read(Path file, Surroundings surroundings) {
        try {
            return file.equals(STANDARD_INPUT) ? surroundings.in().readAllBytes() : Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    static CommandFailure unreadable(Path file, IOException e) {
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
        return new CommandFailure("cannot read " + file + ": " + why);
    }
}
