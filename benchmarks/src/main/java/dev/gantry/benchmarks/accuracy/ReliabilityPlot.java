package dev.gantry.benchmarks.accuracy;

import dev.gantry.server.evaluate.Calibration;
import java.util.Locale;
import java.util.Map;

/** Confidence across, the share that is right upwards, as an SVG picture: on the diagonal a confidence is honest. */
final class ReliabilityPlot {

    private static final int SIDE = 400;
    private static final int MARGIN = 48;
    private static final int LEGEND = 170;
    private static final int LINE = 18;
    private static final String[] COLORS = {"#1b6ca8", "#c8553d", "#3a7d44", "#7b4fa3"};

    private ReliabilityPlot() {}

    /** @param series up to four, each with its name */
    static String svg(Map<String, Calibration> series) {
        var svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                SIDE + 2 * MARGIN + LEGEND,
                SIDE + 2 * MARGIN);
        line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        for (int percent = 0; percent <= 100; percent += 20) {
            double at = percent / 100.0;
            line(
                    svg,
                    "<path d=\"M%.1f %.1fV%.1fM%.1f %.1fH%.1f\" stroke=\"#ddd\" fill=\"none\"/>",
                    x(at),
                    y(0),
                    y(1),
                    x(0),
                    y(at),
                    x(1));
            line(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%d</text>", x(at), y(0) + LINE, percent);
            line(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%d</text>", x(0) - 6, y(at) + 4, percent);
        }
        line(
                svg,
                "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"#999\" stroke-dasharray=\"4 4\"/>",
                x(0),
                y(0),
                x(1),
                y(1));
        line(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">confidence, %%</text>", x(0.5), y(0) + 36);
        line(
                svg,
                "<text transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">right, %%</text>",
                x(0) - 34,
                y(0.5));
        int index = 0;
        for (var entry : series.entrySet()) {
            String color = COLORS[index % COLORS.length];
            points(svg, entry.getValue(), color);
            double top = y(1) + LINE * index++;
            line(svg, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>", x(1) + 24, top, color);
            line(svg, "<text x=\"%.1f\" y=\"%.1f\">%s</text>", x(1) + 34, top + 4, entry.getKey());
        }
        return svg.append("</svg>\n").toString();
    }

    private static void points(StringBuilder svg, Calibration calibration, String color) {
        var path = new StringBuilder();
        for (Calibration.Bin bin : calibration.bins()) {
            path.append(String.format(
                    Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x(bin.confidence()), y(bin.right())));
        }
        line(svg, "<path d=\"%s\" stroke=\"%s\" fill=\"none\" stroke-width=\"1.5\"/>", path, color);
        for (Calibration.Bin bin : calibration.bins()) {
            line(
                    svg,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>",
                    x(bin.confidence()),
                    y(bin.right()),
                    color);
        }
    }

    private static double x(double confidence) {
        return MARGIN + confidence * SIDE;
    }

    private static double y(double right) {
        return MARGIN + (1 - right) * SIDE;
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
