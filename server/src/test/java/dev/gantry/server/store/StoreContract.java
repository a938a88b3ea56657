package dev.gantry.server.store;

import static dev.gantry.server.store.Reads.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.server.event.Event;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.Hours;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.ReadPage;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.review.NewReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database must do alike. */
abstract class StoreContract extends DatabaseContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void aReadComesBackAsItWasGiven() {
        NewRead given = Reads.read("ab-12 CD");

        PlateRead stored = store.history().append(List.of(given)).getFirst();

        assertThat(store.history().find(stored.id())).contains(stored);
        assertThat(stored.id()).isEqualTo(1);
        assertThat(stored.plate()).isEqualTo("AB12CD");
        assertThat(stored)
                .usingRecursiveComparison()
                .ignoringFields("id", "plate", "strip", "picture", "hit", "sighting", "judgement")
                .isEqualTo(given);
    }

    @Test
    void everyReadHasItsEventAndTheNumbersHaveNoGap() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<List<PlateRead>>> work = IntStream.range(0, 200)
                    .<Callable<List<PlateRead>>>mapToObj(i ->
                            () -> store.history().append(List.of(Reads.read("A" + i), Reads.read("B" + i))))
                    .toList();
            for (Future<List<PlateRead>> done : threads.invokeAll(work)) {
                assertThat(done.get()).hasSize(2);
            }
        }

        List<Event> events = store.events().after(0, 1_000);
        assertThat(events.stream().map(Event::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 400).boxed().toList());
        assertThat(events).allSatisfy(event -> assertThat(event.type()).isEqualTo("read"));
        assertThat(store.events().newest()).isEqualTo(400);
        assertThat(store.events().oldest()).isEqualTo(1);
    }

    @Test
    void aUidIsStoredOnce() {
        store.history().append(List.of(Reads.withUid("u1", "AB12"), Reads.withUid("u1", "AB12")));

        List<PlateRead> second =
                store.history().append(List.of(Reads.withUid("u1", "AB12"), Reads.withUid("u2", "CD34")));

        assertThat(second).extracting(PlateRead::uid).containsExactly("u2");
        assertThat(store.events().after(0, 10)).extracting(Event::uid).containsExactly("u1", "u2");
        assertThat(store.events().append("u1", "read", "{}")).isFalse();
    }

    @Test
    void otherEventsShareTheLog() {
        store.history().append(List.of(Reads.read("AB12")));

        assertThat(store.events().append("camera-1", "camera", "{\"state\":\"offline\"}"))
                .isTrue();
        assertThat(store.events().append("camera-1", "camera", "{\"state\":\"offline\"}"))
                .isFalse();

        assertThat(store.events().after(1, 10)).singleElement().satisfies(event -> {
            assertThat(event.sequence()).isEqualTo(2);
            assertThat(event.data()).isEqualTo("{\"state\":\"offline\"}");
        });
        assertThat(store.history().append(List.of(Reads.withUid("camera-1", "AB12"))))
                .isEmpty();
    }

    @Test
    void cursorsOfSinksAreKept() {
        assertThat(store.events().cursor("redis")).isEmpty();
        store.events().moveCursor("redis", 5);
        store.events().moveCursor("redis", 7);
        assertThat(store.events().cursor("redis")).hasValue(7);
    }

    @Test
    void pagesAreNewestFirstAndMeetWithoutOverlap() {
        for (int i = 0; i < 25; i++) {
            store.history().append(List.of(Reads.at("P" + i, NOON.plusSeconds(i / 3))));
        }

        List<PlateRead> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ReadPage page = store.history().search(ReadFilter.ALL, cursor, 4);
            assertThat(page.reads().size()).isLessThanOrEqualTo(4);
            all.addAll(page.reads());
            cursor = page.next();
        } while (cursor != null);

        assertThat(all)
                .extracting(PlateRead::id)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 25).map(i -> 26 - i).boxed().toList());
        List<PlateRead> exported = new ArrayList<>();
        store.history().forEach(ReadFilter.ALL, exported::add);
        assertThat(exported).isEqualTo(all);
        assertThatThrownBy(() -> store.history().search(ReadFilter.ALL, "nonsense", 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void filters() {
        store.history()
                .append(List.of(
                        Reads.read("A1", NOON, "gate", "de", 0.5),
                        Reads.read("B2", NOON.plusSeconds(1), "yard", "us-ca", 0.9),
                        Reads.read("C3", NOON.plusSeconds(2), null, null, 0.99)));

        assertThat(texts(new ReadFilter(NOON, NOON.plusSeconds(2), null, null, null, null, null)))
                .containsExactly("B2", "A1");
        assertThat(texts(new ReadFilter(null, null, "gate", null, null, null, null)))
                .containsExactly("A1");
        assertThat(texts(new ReadFilter(null, null, null, "gantry", null, null, null)))
                .hasSize(3);
        assertThat(texts(new ReadFilter(null, null, null, null, "us", null, null)))
                .containsExactly("B2");
        assertThat(texts(new ReadFilter(null, null, null, null, "us-ca", null, null)))
                .containsExactly("B2");
        assertThat(texts(new ReadFilter(null, null, null, null, "us-ny", null, null)))
                .isEmpty();
        assertThat(texts(new ReadFilter(null, null, null, null, null, 0.9, null)))
                .containsExactly("C3", "B2");
    }

    @Test
    void daysOfTheWeekAndHoursAreThoseOfTheZone() {
        store.history()
                .append(List.of(
                        Reads.at("FRIDAY", Instant.parse("2026-05-01T20:30:00Z")),
                        Reads.at("LATE", Instant.parse("2026-05-01T22:30:00Z")), // Saturday, 0:30 in Berlin
                        Reads.at("SUNDAY", Instant.parse("2026-05-03T10:00:00Z")),
                        Reads.at("WINTER", Instant.parse("2026-01-02T22:30:00Z")))); // Friday, 23:30 in Berlin
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(texts(at(Hours.on(Set.of(DayOfWeek.FRIDAY), berlin)))).containsExactly("FRIDAY", "WINTER");
        assertThat(texts(at(Hours.on(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), berlin))))
                .containsExactly("SUNDAY", "LATE");
        assertThat(texts(at(new Hours(22, 1, berlin)))).containsExactly("LATE", "FRIDAY", "WINTER");
        assertThat(texts(at(new Hours(22, 1, Set.of(DayOfWeek.FRIDAY), berlin))))
                .containsExactly("FRIDAY", "WINTER");
        assertThat(texts(at(Hours.on(Set.of(DayOfWeek.FRIDAY), ZoneOffset.UTC))))
                .containsExactly("LATE", "FRIDAY", "WINTER");
    }

    private static ReadFilter at(Hours hours) {
        return new ReadFilter(null, null, null, null, null, null, null, hours, null, null);
    }

    @Test
    void readsAreFoundByWhatAPersonSaysOfThem() {
        for (String text : List.of("RIGHT", "WRONG", "NONE", "UNDONE", "NEW")) {
            store.history().append(List.of(Reads.read(text)));
        }
        judge(1, Verdict.CONFIRMED, null);
        judge(2, Verdict.CORRECTED, "WR0NG");
        judge(3, Verdict.NOT_A_PLATE, null);
        judge(4, Verdict.CONFIRMED, null);
        judge(4, Verdict.UNDONE, null);

        assertThat(texts(of(Verdict.CONFIRMED))).containsExactly("RIGHT");
        assertThat(texts(of(Verdict.CORRECTED))).containsExactly("WRONG");
        assertThat(texts(of(Verdict.NOT_A_PLATE))).containsExactly("NONE");
        assertThat(texts(of(Verdict.UNDONE))).containsExactly("NEW", "UNDONE");
    }

    private void judge(long read, Verdict verdict, @Nullable String text) {
        store.reviews().add(new NewReview(read, verdict, text, false));
    }

    private static ReadFilter of(Verdict verdict) {
        return new ReadFilter(null, null, null, null, null, null, null, null, null, verdict);
    }

    @Test
    void platesAreFoundByPart() {
        for (String text : List.of("AB12CD", "XAB12", "AB1", "ÄÖ123", "1234567")) {
            store.history().append(List.of(Reads.read(text)));
        }

        assertThat(found(new PlateSearch.Exact("ab-12 cd"))).containsExactly("AB12CD");
        assertThat(found(new PlateSearch.Prefix("AB1"))).containsExactly("AB1", "AB12CD");
        assertThat(found(new PlateSearch.Prefix("a"))).containsExactly("ÄÖ123", "AB1", "AB12CD");
        assertThat(found(new PlateSearch.Contains("AB12"))).containsExactly("XAB12", "AB12CD");
        assertThat(found(new PlateSearch.Contains("b1"))).containsExactly("AB1", "XAB12", "AB12CD");
        assertThat(found(new PlateSearch.Contains("ö12"))).containsExactly("ÄÖ123");
        assertThat(found(new PlateSearch.Exact("ÄO 123"))).containsExactly("ÄÖ123");
        assertThat(found(new PlateSearch.Wildcard("AB?2*"))).containsExactly("AB12CD");
        assertThat(found(new PlateSearch.Wildcard("*AB12"))).containsExactly("XAB12");
        assertThat(found(new PlateSearch.Wildcard("%_['\"--"))).isEmpty();
        assertThat(found(new PlateSearch.Contains("NOTHING"))).isEmpty();
    }

    @Test
    void likePlatesComeLikestFirst() {
        for (String text : List.of("AB12CD", "A812CD", "AB12C", "XB12CD", "AB21DC", "ZZ99ZZ")) {
            store.history().append(List.of(Reads.read(text)));
        }

        assertThat(found(new PlateSearch.Similar("AB12CD")))
                .startsWith("AB12CD", "A812CD")
                .contains("AB12C", "XB12CD")
                .doesNotContain("ZZ99ZZ");
        ReadFilter similar = filter(new PlateSearch.Similar("AB12CD"));
        ReadPage first = store.history().search(similar, null, 2);
        ReadPage second = store.history().search(similar, first.next(), 2);
        assertThat(second.reads()).doesNotContainAnyElementsOf(first.reads()).hasSize(2);
    }

    @Test
    void thousandsOfMatchesAreStillFound() {
        store.history()
                .append(IntStream.range(0, 3_000)
                        .mapToObj(i -> Reads.at("K" + (1_000 + i) + "XYZ", NOON.plusSeconds(i)))
                        .toList());

        assertThat(store.history()
                        .search(filter(new PlateSearch.Contains("XYZ")), null, 10)
                        .reads())
                .extracting(PlateRead::text)
                .startsWith("K3999XYZ", "K3998XYZ");
    }

    @Test
    void theEarliestReadSinceATime() {
        store.history()
                .append(List.of(
                        Reads.at("AB12", NOON.minusSeconds(5)),
                        Reads.at("AB12", NOON.plusSeconds(9)),
                        Reads.at("AB12", NOON.plusSeconds(3))));

        assertThat(store.history().firstSince("ab 12", NOON).orElseThrow().time())
                .isEqualTo(NOON.plusSeconds(3));
        assertThat(store.history().firstSince("AB12", NOON.plusSeconds(10))).isEmpty();
    }

    @Test
    void whatIsDeletedIsGoneEverywhere() {
        var evidence = new Evidence(new byte[] {1, 2}, new byte[] {3, 4});
        List<PlateRead> reads = store.history()
                .append(List.of(Reads.withEvidence("AB12", evidence), Reads.withEvidence("CD34", evidence)));
        PlateRead first = reads.getFirst();
        String picture = String.valueOf(first.picture());
        assertThat(store.history().file(String.valueOf(first.strip()))).contains(new byte[] {1, 2});
        assertThat(picture).isEqualTo(reads.get(1).picture());

        assertThat(store.history().delete(first.id())).isTrue();

        assertThat(store.history().delete(first.id())).isFalse();
        assertThat(store.history().find(first.id())).isEmpty();
        assertThat(store.history().file(String.valueOf(first.strip()))).isEmpty();
        assertThat(store.history().file(picture)).contains(new byte[] {3, 4}); // the other plate's
        assertThat(store.events().after(0, 10)).first().satisfies(event -> {
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(event.type()).isEqualTo("forgotten");
            assertThat(event.data()).doesNotContain("AB12");
        });
        store.history().delete(reads.get(1).id());
        assertThat(store.history().file(picture)).isEmpty();
    }

    @Test
    void aFileOutsideIsNotServed() {
        assertThat(store.history().file("../gantry.sqlite")).isEmpty();
        assertThat(store.history().file("/etc/passwd")).isEmpty();
    }

    @Test
    void afterAReopeningAllIsThere() throws Exception {
        store.history().append(List.of(Reads.read("AB12")));
        StoreOptions options = options(folder);
        store.close();

        assertThatThrownBy(() -> store.history().append(List.of(Reads.read("CD34"))))
                .isInstanceOf(HistoryException.class);
        store = Store.open(options, () -> {});

        assertThat(store.history()
                        .append(List.of(Reads.read("CD34")))
                        .getFirst()
                        .id())
                .isEqualTo(2);
        assertThat(store.events().newest()).isEqualTo(2);
    }

    @Test
    void likePlatesArePagedWithoutOverlap() {
        store.history()
                .append(IntStream.range(0, 30)
                        .mapToObj(i -> Reads.at(i % 3 == 0 ? "AB12CD" : "A812C" + i % 10, NOON.plusSeconds(i)))
                        .toList());

        List<PlateRead> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            ReadPage page = store.history().search(filter(new PlateSearch.Similar("AB12CD")), cursor, 7);
            all.addAll(page.reads());
            cursor = page.next();
        } while (cursor != null);

        assertThat(all).doesNotHaveDuplicates().hasSize(30);
        assertThat(all.subList(0, 10)).extracting(PlateRead::text).containsOnly("AB12CD");
    }

    @Test
    void patternsOfEveryKindAreFoundWhateverTheirNumber() {
        store.history()
                .append(IntStream.range(0, 5_000)
                        .mapToObj(i -> Reads.at("M%04dQ".formatted(i), NOON.plusSeconds(i)))
                        .toList());

        assertThat(found(new PlateSearch.Wildcard("M?1*9Q"))).hasSize(50).startsWith("M4199Q", "M4189Q");
        assertThat(found(new PlateSearch.Wildcard("*42Q"))).hasSize(50).startsWith("M4942Q");
        assertThat(found(new PlateSearch.Wildcard("?4?4?Q"))).hasSize(100).startsWith("M4949Q");
        assertThat(found(new PlateSearch.Contains("4"))).hasSize(100).startsWith("M4999Q");
        assertThat(found(new PlateSearch.Prefix("M499"))).hasSize(10).startsWith("M4999Q");
        assertThat(found(new PlateSearch.Wildcard("M***"))).hasSize(100).startsWith("M4999Q");
    }

    @Test
    void otherSystemsReadsAreHistoryAndNoNews() {
        assertThat(store.history().restore(List.of(Reads.withUid("old", "AB12"), Reads.withUid("old", "AB12"))))
                .hasSize(1);
        assertThat(store.history().restore(List.of(Reads.withUid("old", "AB12"))))
                .isEmpty();

        assertThat(found(new PlateSearch.Exact("AB12"))).containsExactly("AB12");
        assertThat(store.events().newest()).isZero();
        assertThat(store.history().append(List.of(Reads.withUid("old", "AB12"))))
                .isEmpty();
    }

    @Test
    void hitsAreMarked() {
        long id = store.history().append(List.of(Reads.read("AB12"))).getFirst().id();

        assertThat(store.history().markHit(id)).isTrue();

        assertThat(store.history().find(id).orElseThrow().hit()).isTrue();
        assertThat(store.history().markHit(id + 1)).isFalse();
    }

    @Test
    void aForgottenPlateIsNoLongerFoundAsLikeAnother() {
        List<PlateRead> reads = store.history().append(List.of(Reads.read("AB12CD"), Reads.read("A812CD")));

        store.history().delete(reads.get(1).id());

        assertThat(found(new PlateSearch.Similar("AB12CD"))).containsExactly("AB12CD");
        assertThat(found(new PlateSearch.Contains("812"))).isEmpty();
        assertThat(store.history().append(List.of(Reads.read("A812CD")))).hasSize(1);
        assertThat(found(new PlateSearch.Contains("812"))).containsExactly("A812CD");
    }

    @Test
    void readsOfDaysLongAgoAreForgottenAndHitsLater() throws Exception {
        Instant now = Instant.now();
        List<PlateRead> old = store.history()
                .append(IntStream.range(0, 250)
                        .mapToObj(i -> Reads.at(
                                "OLD" + i, now.minus(Duration.ofDays(10)).plusSeconds(i)))
                        .toList());
        store.history().append(List.of(Reads.at("HIT1", now.minus(Duration.ofDays(50)))));
        store.history().append(List.of(Reads.at("NEW1", now)));
        store.history().markHit(old.getFirst().id());
        store.history().markHit(251);

        reopen(new Retention(days(5), Optional.empty(), Optional.empty(), days(20), Optional.empty()));

        await(() -> texts(ReadFilter.ALL).size() == 2);
        assertThat(texts(ReadFilter.ALL)).containsExactly("NEW1", "OLD0");
        assertThat(store.events().newest()).isEqualTo(252);
    }

    @Test
    void theOldestGoWhenThereAreTooManyOrTheirFilesAreTooLarge() throws Exception {
        var evidence = new Evidence(new byte[1_000], new byte[9_000]);
        store.history().append(List.of(Reads.at("WEIGHTLESS", NOON.minusSeconds(99))));
        for (int i = 0; i < 20; i++) {
            store.history()
                    .append(List.of(Reads.withEvidence("P" + i, evidence), Reads.withEvidence("Q" + i, evidence)));
        }
        Path files = folder.resolve("snapshots");
        assertThat(count(files)).isEqualTo(60);

        reopen(new Retention(Optional.empty(), Optional.empty(), Optional.of(110_000L), Optional.empty(), days(1)));
        await(() -> texts(ReadFilter.ALL).size() == 21);
        assertThat(texts(ReadFilter.ALL)).startsWith("Q19", "P19").endsWith("P10", "WEIGHTLESS");
        assertThat(count(files)).isEqualTo(30);

        reopen(new Retention(Optional.empty(), Optional.of(5L), Optional.empty(), Optional.empty(), Optional.empty()));
        await(() -> texts(ReadFilter.ALL).size() == 5);
        assertThat(texts(ReadFilter.ALL)).startsWith("Q19").endsWith("Q17");
        assertThat(count(files)).isEqualTo(8);
    }

    @Test
    void oldEventsAreDroppedFromTheBeginning() throws Exception {
        for (int i = 0; i < 120; i++) {
            store.events().append("event-" + i, "camera", "{}");
        }

        reopen(new Retention(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Duration.ZERO)));

        await(() -> store.events().oldest() == 121);
        assertThat(store.events().newest()).isEqualTo(120);
        assertThat(store.events().after(0, 10)).isEmpty();
    }

    @Test
    void filesOfACrashAreRemovedAndNoOthers() throws Exception {
        var evidence = new Evidence(new byte[] {1}, new byte[] {2});
        store.history().append(List.of(Reads.withEvidence("AB12", evidence)));
        var files = new SnapshotFiles(folder.resolve("snapshots"));
        files.checkedUntil();
        String orphan = files.keepStrip(NOON, new byte[] {3});
        Path part = Files.write(folder.resolve("snapshots").resolve(orphan + ".part"), new byte[] {4});
        Path older = Files.write(part.resolveSibling("older.jpg"), new byte[] {5});
        Files.setLastModifiedTime(older, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

        try (Database database = Database.open(options(folder))) {
            new Orphans(database, files, Clock.systemUTC()).remove();
            assertThat(part).exists(); // it may still be written

            new Orphans(database, files, Clock.offset(Clock.systemUTC(), Duration.ofHours(2))).remove();
        }

        assertThat(part).doesNotExist();
        assertThat(older).exists();
        assertThat(store.history().file(orphan)).isEmpty();
        PlateRead read = store.history().find(1).orElseThrow();
        assertThat(store.history().file(String.valueOf(read.strip()))).contains(new byte[] {1});
        assertThat(store.history().file(String.valueOf(read.picture()))).contains(new byte[] {2});
    }

    @Test
    void whatCannotBeFiledIsNotStored() throws Exception {
        Files.createFile(Files.createDirectories(folder.resolve("snapshots")).resolve("strips"));

        assertThatThrownBy(() -> store.history()
                        .append(List.of(Reads.withEvidence("AB12", new Evidence(new byte[] {1}, new byte[] {2})))))
                .isInstanceOf(HistoryException.class);

        assertThat(texts(ReadFilter.ALL)).isEmpty();
        assertThat(store.events().newest()).isZero();
        assertThat(count(folder.resolve("snapshots").resolve("pictures"))).isZero();
    }

    @Test
    void aKilledProcessLosesNothingThatItAcknowledged() throws Exception {
        StoreOptions options = options(folder);
        store.close();

        List<String> acknowledged = WritingProcess.killedAfter(100, options);

        store = Store.open(options, () -> {});
        List<Event> events = store.events().after(0, 100_000);
        assertThat(events).extracting(Event::uid).containsAll(acknowledged);
        assertThat(events.stream().map(Event::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, store.events().newest())
                                .boxed()
                                .toList());
        store.history()
                .forEach(
                        ReadFilter.ALL,
                        read -> assertThat(store.history().file(String.valueOf(read.strip())))
                                .isPresent());
        assertThat(store.history()
                        .append(List.of(Reads.read("AFTER")))
                        .getFirst()
                        .id())
                .isEqualTo(events.size() + 1);
    }

    private void reopen(Retention retention) throws Exception {
        StoreOptions options = options(folder);
        store.close();
        store = Store.open(
                new StoreOptions(
                        options.folder(),
                        options.url(),
                        options.user(),
                        options.password(),
                        retention,
                        options.flush()),
                () -> {});
    }

    private static Optional<Duration> days(int days) {
        return Optional.of(Duration.ofDays(days));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(20);
        }
    }

    private static long count(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.find(
                folder,
                9,
                (path, attributes) -> attributes.isRegularFile()
                        && !path.getFileName().toString().startsWith("."))) {
            return files.count();
        }
    }

    private List<String> found(PlateSearch search) {
        return texts(filter(search));
    }

    private static ReadFilter filter(PlateSearch search) {
        return new ReadFilter(null, null, null, null, null, null, search);
    }

    private List<String> texts(ReadFilter filter) {
        return store.history().search(filter, null, 100).reads().stream()
                .map(PlateRead::text)
                .toList();
    }
}
