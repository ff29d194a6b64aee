package io.github.kisconnect.bench.figure;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a run, in the order in which they were found. One thread. */
public final class Figures {

  private final List<Figure> figures = new ArrayList<>();

  /** A plain number. */
  public void count(String name, long value) {
    add(name, (double) value, "");
  }

  /** A plain number that must be zero. */
  public void none(String name, long value) {
    figures.add(new Figure(name, (double) value, "", "≤ 0", value == 0));
  }

  public void add(String name, double value, String unit) {
    figures.add(new Figure(name, value, unit, "", true));
  }

  /** A time, in seconds. */
  public void add(String name, Duration value) {
    add(name, seconds(value), "s");
  }

  /** A figure that must not be greater. */
  public void atMost(double limit, String name, double value, String unit) {
    figures.add(new Figure(name, value, unit, "≤ " + text(limit), value <= limit));
  }

  /** A time, in seconds, that must not be longer. */
  public void atMost(Duration limit, String name, Duration value) {
    atMost(seconds(limit), name, seconds(value), "s");
  }

  /** A plain number that must not be smaller. */
  public void atLeast(long limit, String name, long value) {
    figures.add(new Figure(name, (double) value, "", "≥ " + text((double) limit), value >= limit));
  }

  /** A figure that must not be smaller. */
  public void atLeast(double limit, String name, double value, String unit) {
    figures.add(new Figure(name, value, unit, "≥ " + text(limit), value >= limit));
  }

  /** A time, in seconds, that must not be shorter. */
  public void atLeast(Duration limit, String name, Duration value) {
    atLeast(seconds(limit), name, seconds(value), "s");
  }

  /** Whether every figure is within its limit. */
  public boolean areKept() {
    return figures.stream().allMatch(Figure::isKept);
  }

  public String table() {
    Character[] borders = AsciiTable.NO_BORDERS;
    return AsciiTable.getTable(
        Arrays.copyOf(borders, borders.length),
        figures,
        List.of(
            new Column().dataAlign(HorizontalAlign.LEFT).with(Figure::name),
            new Column().dataAlign(HorizontalAlign.RIGHT).with((Figure each) -> text(each.value())),
            new Column().dataAlign(HorizontalAlign.LEFT).with(Figure::unit),
            new Column().dataAlign(HorizontalAlign.LEFT).with(Figures::verdict)));
  }

  /** Name, value, unit, limit and whether it is kept, with a header line. */
  public String csv() {
    return Stream.concat(
            Stream.of("figure,value,unit,limit,kept"),
            figures.stream()
                .map(
                    each ->
                        "%s,%s,%s,%s,%s"
                            .formatted(
                                plain(each.name()),
                                plain(text(each.value())),
                                each.unit(),
                                plain(each.limit()),
                                each.isKept())))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String verdict(Figure figure) {
    if (figure.limit().isEmpty()) {
      return "";
    }
    return figure.limit() + (figure.isKept() ? "" : "  MISSED");
  }

  private static String plain(String text) {
    return text.replace(",", "");
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }

  private static String text(double value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    return format.format(value);
  }
}
