package io.github.kisconnect.bench.endtoend;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Latencies as SVG: a row for each outcome, in it a line from the median to the slowest record on a
 * logarithmic axis, with p50, p99 and p99.9 marked. Stateless.
 */
final class LatencyChart {

  private static final int WIDTH = 760;
  private static final int LEFT = 190;
  private static final int RIGHT = 20;
  private static final int TOP = 44;
  private static final int ROW = 26;
  private static final int BOTTOM = 40;
  private static final double LEAST_MILLIS = 0.1;
  private static final List<Double> TICKS = List.of(0.1, 1.0, 10.0, 100.0, 1000.0, 10_000.0);

  private LatencyChart() {}

  static String svg(List<Outcome> outcomes) {
    int height = TOP + ROW * outcomes.size() + BOTTOM;
    double most = most(outcomes);
    String rows =
        IntStream.range(0, outcomes.size())
            .mapToObj(i -> row(outcomes.get(i), TOP + ROW * i + ROW / 2, most))
            .collect(Collectors.joining());
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
        <rect width="%d" height="%d" fill="white"/>
        <text x="%d" y="20" font-weight="bold">From frame sent to record consumed: p50 ●  p99 ◆  p99.9 ▲  slowest |</text>
        %s%s<text x="%d" y="%d" text-anchor="middle">milliseconds</text>
        </svg>
        """
        .formatted(
            WIDTH,
            height,
            WIDTH,
            height,
            LEFT,
            axis(height, most),
            rows,
            (LEFT + WIDTH - RIGHT) / 2,
            height - 6);
  }

  private static double most(List<Outcome> outcomes) {
    double slowest = outcomes.stream().mapToDouble(each -> each.read().max() / 1e3).max().orElse(1);
    return TICKS.stream().filter(tick -> tick >= slowest).findFirst().orElse(slowest);
  }

  private static String axis(int height, double most) {
    return TICKS.stream()
        .filter(tick -> tick <= most)
        .map(
            tick ->
                """
                <line x1="%1$s" y1="%2$d" x2="%1$s" y2="%3$d" stroke="#ddd"/>
                <text x="%1$s" y="%4$d" text-anchor="middle" fill="#555">%5$s</text>
                """
                    .formatted(
                        place(tick, most),
                        TOP,
                        height - BOTTOM,
                        height - BOTTOM + 16,
                        tick < 1 ? tick.toString() : Long.toString(Math.round(tick))))
        .collect(Collectors.joining());
  }

  private static String row(Outcome outcome, int y, double most) {
    double p50 = outcome.read().p50() / 1e3;
    double max = outcome.read().max() / 1e3;
    String colour = outcome.connector().equals(Subject.TYPED) ? "#1864ab" : "#868e96";
    return """
        <text x="%d" y="%d" text-anchor="end">%s, %s/s</text>
        <line x1="%s" y1="%d" x2="%s" y2="%d" stroke="%s" stroke-width="2"/>
        %s%s%s%s"""
        .formatted(
            LEFT - 12,
            y + 4,
            outcome.connector(),
            String.format(Locale.ROOT, "%,.0f", outcome.offered()),
            place(p50, most),
            y,
            place(max, most),
            y,
            colour,
            mark("●", p50, y, most, colour),
            mark("◆", outcome.read().p99() / 1e3, y, most, colour),
            mark("▲", outcome.read().p999() / 1e3, y, most, colour),
            mark("|", max, y, most, colour));
  }

  private static String mark(String sign, double millis, int y, double most, String colour) {
    return """
        <text x="%s" y="%d" text-anchor="middle" fill="%s"><title>%.2f ms</title>%s</text>
        """
        .formatted(place(millis, most), y + 4, colour, millis, sign);
  }

  private static String place(double millis, double most) {
    double part =
        Math.log(Math.max(millis, LEAST_MILLIS) / LEAST_MILLIS) / Math.log(most / LEAST_MILLIS);
    return String.format(Locale.ROOT, "%.1f", LEFT + part * (WIDTH - LEFT - RIGHT));
  }
}
