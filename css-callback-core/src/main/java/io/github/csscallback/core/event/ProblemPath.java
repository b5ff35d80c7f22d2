package io.github.csscallback.core.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a nested object stands and where its problems go; the path is spelt out only when there is one to report. */
record ProblemPath(@Nullable ProblemPath parent, String name, int index, List<FieldProblem> found) {

    /** The index of what is not an element of a list. */
    static final int LONE = -1;

    static ProblemPath top(List<FieldProblem> found) {
        return new ProblemPath(null, "", LONE, found);
    }

    ProblemPath into(String member, int element) {
        return new ProblemPath(this, member, element, found);
    }

    void note(String member, String reason) {
        found.add(new FieldProblem(prefix() + member, reason));
    }

    private String prefix() {
        return parent == null ? "" : parent.prefix() + name + (index == LONE ? "." : "[" + index + "].");
    }
}
