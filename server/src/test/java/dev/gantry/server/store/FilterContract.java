package dev.gantry.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gantry.server.history.Hours;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.ReadPage;
import dev.gantry.server.history.Source;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.review.NewReview;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Filters of every kind and together, by chance, against going through all reads one by one. */
abstract class FilterContract extends DatabaseContract {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu"); // 5:45 ahead of UTC

    private static final ZoneId CHATHAM = ZoneId.of("Pacific/Chatham"); // changes its clocks at a quarter to

    private static final int READS = 600;

    private static final int FILTERS = 200;

    private static final int PAGE = 20;

    private static final int LATEST = 160;

    /** One camera's clock is wrong by so much. */
    private static final Duration WRONG_CLOCK = Duration.ofDays(330);

    private final Random random = new Random(4);

    private final Map<Long, Verdict> verdicts = new HashMap<>();

    private Instant start = Instant.parse("2025-08-01T00:00:00Z");

    private Duration length = Duration.ofDays(240); // both changes of the clocks are in it

    @Test
    void findWhatGoingThroughAllReadsFinds() {
        findAll();
    }

    /** So that the latest of them fill a page. Clocks are put back in Berlin in that time. */
    @Test
    void findIfReadsAreDense() {
        start = Instant.parse("2025-10-24T00:00:00Z");
        length = Duration.ofDays(5);
        findAll();
    }

    /** Clocks are put forward in Berlin, and a week later put back in Chatham. */
    @Test
    void findIfReadsAreDenseInSpring() {
        start = Instant.parse("2026-03-27T00:00:00Z");
        length = Duration.ofDays(10);
        findAll();
    }

    private void findAll() {
        List<PlateRead> all = someReads();
        try (var database = Database.open(options)) {
            // the latest reads first, which are so few that they often do not do
            var narrow = new ReadSearch(database, new StreamSearch(database, 0, LATEST));
            for (int i = 0; i < FILTERS; i++) {
                ReadFilter filter = someFilter();
                List<Long> wanted = all.stream()
                        .filter(read -> fits(read, filter))
                        .map(PlateRead::id)
                        .toList();
                assertThat(pages(store.history()::search, filter))
                        .as("%s", filter)
                        .isEqualTo(wanted);
                assertThat(pages(narrow::page, filter)).as("%s", filter).isEqualTo(wanted);
            }
        }
    }

    private List<PlateRead> someReads() {
        List<NewRead> made = new ArrayList<>(
                IntStream.range(1, READS).mapToObj(_ -> someRead(someTime())).toList());
        made.add(someRead(start.plus(WRONG_CLOCK)));
        for (PlateRead read : store.history().append(made)) {
            if (random.nextInt(4) == 0) {
                assertThat(store.history().markHit(read.id())).isTrue();
            }
            if (random.nextInt(4) == 0) {
                Verdict verdict = some(Verdict.CONFIRMED, Verdict.NOT_A_PLATE);
                verdicts.put(read.id(), verdict);
                assertThat(store.reviews().add(new NewReview(read.id(), verdict, null, false)))
                        .isPresent();
            }
        }
        List<PlateRead> all = new ArrayList<>();
        store.history().forEach(ReadFilter.ALL, all::add);
        assertThat(all)
                .hasSize(READS)
                .isSortedAccordingTo(Comparator.comparing(PlateRead::time)
                        .thenComparing(PlateRead::id)
                        .reversed());
        return all;
    }

    /** Whole quarters of an hour: many reads are of the same moment. */
    private Instant someTime() {
        return start.plus(Duration.ofMinutes(15 * random.nextLong(length.toMinutes() / 15)));
    }

    private NewRead someRead(Instant time) {
        String text = some("AB12CDE", "AB12CDF", "XY99", "M1", "Q0Q0Q0");
        return new NewRead(
                UUID.randomUUID().toString(),
                time,
                text,
                random.nextBoolean() ? random.nextDouble() : some(0.7, 0.9, 0.95, 0.999, 1.0),
                orNot(some("de", "us", "us-ca", "us-tx")),
                null,
                null,
                List.of(),
                new Source(some("gantry", "camera", "openalpr"), null, orNot(some("gate", "yard", ""))),
                null,
                null,
                NewRead.Evidence.NONE);
    }

    private ReadFilter someFilter() {
        Instant from = start.plus(Duration.ofMinutes(random.nextLong(length.toMinutes())));
        int first = random.nextInt(24);
        int last = (first + 1 + random.nextInt(23)) % 24;
        ZoneId zone = some(BERLIN, KATHMANDU, CHATHAM);
        Set<DayOfWeek> days = some(Set.of(DayOfWeek.MONDAY), EnumSet.range(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY));
        return new ReadFilter(
                maybe(from),
                maybe(from.plus(Duration.ofDays(random.nextInt(200)))),
                maybe(some("gate", "yard", "nowhere")),
                maybe(some("gantry", "camera", "openalpr")),
                maybe(some("de", "us", "us-ca", "fr")),
                maybe(some(0.0, 0.5, 0.7, 0.85, 0.9, 0.97, 0.999, 0.9999)),
                maybe(some(
                        new PlateSearch.Exact("AB12 CDE"),
                        new PlateSearch.Prefix("AB1"),
                        new PlateSearch.Contains("9"),
                        new PlateSearch.Contains("2CD"))),
                maybe(some(
                        new Hours(first, last, zone), new Hours(first, last, zone).onlyOn(days), Hours.on(days, zone))),
                maybe(random.nextBoolean()),
                maybe(some(Verdict.CONFIRMED, Verdict.UNDONE)));
    }

    /** Most filters have some of the conditions. */
    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    /** Most reads have it. */
    private @Nullable String orNot(String value) {
        return random.nextInt(4) == 0 ? null : value;
    }

    @SafeVarargs
    private <T> T some(T... values) {
        return values[random.nextInt(values.length)];
    }

    /** A history's search, or one that goes another way. */
    @FunctionalInterface
    private interface Search {
        ReadPage page(ReadFilter filter, @Nullable String cursor, int limit);
    }

    private static List<Long> pages(Search search, ReadFilter filter) {
        List<Long> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ReadPage page = search.page(filter, cursor, PAGE);
            page.reads().stream().map(PlateRead::id).forEach(ids::add);
            cursor = page.next();
        } while (cursor != null);
        return ids;
    }

    private boolean fits(PlateRead read, ReadFilter filter) {
        @Nullable String region = read.region();
        return (filter.from() == null || !read.time().isBefore(filter.from()))
                && (filter.until() == null || read.time().isBefore(filter.until()))
                && (filter.camera() == null || Objects.equals(read.source().camera(), filter.camera()))
                && (filter.dialect() == null || read.source().dialect().equals(filter.dialect()))
                && (filter.region() == null || (region != null && (region + "-").startsWith(filter.region() + "-")))
                && (filter.minConfidence() == null || read.confidence() >= filter.minConfidence())
                && (filter.verdict() == null || filter.verdict() == verdicts.getOrDefault(read.id(), Verdict.UNDONE))
                && (filter.listed() == null || read.hit() == filter.listed())
                && (filter.hours() == null || fits(read.time(), filter.hours()))
                && switch (filter.plate()) {
                    case null -> true;
                    case PlateSearch.Exact(String plate) -> read.plate().equals(plate.replace(" ", ""));
                    case PlateSearch.Prefix(String start) -> read.plate().startsWith(start);
                    case PlateSearch.Contains(String part) -> read.plate().contains(part);
                    case PlateSearch.Wildcard _, PlateSearch.Similar _ -> throw new AssertionError();
                };
    }

    private static boolean fits(Instant time, Hours hours) {
        ZonedDateTime there = time.atZone(hours.zone());
        int hour = there.getHour();
        boolean inTime = hours.from() < hours.until()
                ? hour >= hours.from() && hour < hours.until()
                : hour >= hours.from() || hour < hours.until();
        return inTime && hours.days().contains(there.getDayOfWeek());
    }

    @Test
    void camerasAndRegionsAreThoseOfReadsThatAreThere() {
        List<PlateRead> reads = store.history()
                .append(List.of(
                        Reads.read("AA1", Reads.NOON, "gate", "de", 0.9),
                        Reads.read("AA2", Reads.NOON, "yard", "us-ca", 0.9),
                        Reads.read("AA3", Reads.NOON, null, null, 0.9)));
        assertThat(store.history().cameras()).containsExactly("gate", "yard");
        assertThat(store.history().regions()).containsExactly("de", "us-ca");
        store.history().delete(reads.getFirst().id());
        assertThat(store.history().cameras()).containsExactly("yard");
        assertThat(store.history().regions()).containsExactly("us-ca");
    }
}
