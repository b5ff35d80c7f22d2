package io.github.csscallback.cli.simulate.control;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something that the control address does.
 *
 * @param method HTTP method
 * @param path its parts, where one in braces stands for any name
 * @param members what the body may have; those that end in a question mark may be missing
 * @param does what it does, for people
 * @param action does it
 */
public record ControlCall(
        String method,
        List<String> path,
        List<String> members,
        String does,
        Function<ControlRequest, ControlResponse> action) {

    static ControlCall get(String path, String does, Function<ControlRequest, ControlResponse> action) {
        return new ControlCall("GET", parts(path), List.of(), does, action);
    }

    static ControlCall post(
            String path, String members, String does, Function<ControlRequest, ControlResponse> action) {
        return new ControlCall("POST", parts(path), words(members), does, action);
    }

    static ControlCall delete(
            String path, String members, String does, Function<ControlRequest, ControlResponse> action) {
        return new ControlCall("DELETE", parts(path), words(members), does, action);
    }

    private static List<String> parts(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static List<String> words(String members) {
        return members.isEmpty() ? List.of() : List.of(members.split(" ", -1));
    }

    boolean isAt(List<String> parts) {
        if (parts.size() != path.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            boolean any = isName(path.get(i)) && !parts.get(i).isEmpty();
            if (!any && !path.get(i).equals(parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** What stands for the name in a path that fits. */
    String nameIn(List<String> parts) {
        for (int i = 0; i < path.size(); i++) {
            if (isName(path.get(i))) {
                return parts.get(i);
            }
        }
        return "";
    }

    private static boolean isName(String part) {
        return part.startsWith("{");
    }

    List<String> memberNames() {
        return members.stream().map(member -> member.replace("?", "")).toList();
    }

    /** For example {@code POST /streams {domain, app, stream, with?, without?}}. */
    @Override
    public String toString() {
        return method + " /" + String.join("/", path)
                + (members.isEmpty() ? "" : members.stream().collect(Collectors.joining(", ", " {", "}")));
    }
}
