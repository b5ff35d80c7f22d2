package io.github.csscallback.cli.output;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Results that are few and known all at once: JSON one a line, or text in columns. */
public final class Table {

    private static final String GAP = "  ";

    private final List<String> titles;
    private final List<ObjectNode> values = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... titles) {
        this.titles = List.of(titles);
    }

    /** Adds a row with as many cells as there are titles. */
    public void add(ObjectNode value, String... cells) {
        values.add(value);
        rows.add(List.of(cells).stream().map(TextFormat::printable).toList());
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void print(Output out) {
        if (!isEmpty()) {
            out.heading(out.coloured("bold", line(titles)));
        }
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            out.result(values.get(i), () -> line(row));
        }
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            line.append(column == 0 ? "" : GAP).append(TextFormat.padded(cells.get(column), width(column)));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int widest = titles.get(column).length();
        for (List<String> row : rows) {
            widest = Math.max(widest, row.get(column).length());
        }
        return widest;
    }
}
