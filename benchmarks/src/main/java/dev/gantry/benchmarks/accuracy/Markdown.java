package dev.gantry.benchmarks.accuracy;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A page in Markdown, written from top to bottom. */
final class Markdown {

    private static final double HUNDRED = 100;

    private final StringBuilder text = new StringBuilder();

    void heading(int level, String heading) {
        text.append("#".repeat(level)).append(' ').append(heading).append("\n\n");
    }

    void paragraph(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).strip()).append("\n\n");
    }

    void table(List<String> header, List<List<String>> rows) {
        row(header);
        row(header.stream().map(_ -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** A share in percent, a dash for none. */
    static String percent(@Nullable Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.1f", share * HUNDRED);
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing() + "\n";
    }
}
