package dev.gantry.server.store;

import static dev.gantry.server.store.Reads.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterChange;
import dev.gantry.plate.Quad;
import dev.gantry.plate.Rejection.Reason;
import dev.gantry.server.camera.StoredCameras.StoredCamera;
import dev.gantry.server.event.Event;
import dev.gantry.server.history.Judgement;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.PlateSearch;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.history.Source;
import dev.gantry.server.history.Verdict;
import dev.gantry.server.json.Json;
import dev.gantry.server.review.NewReview;
import dev.gantry.server.review.QueueOrder;
import dev.gantry.server.sighting.RawRead;
import dev.gantry.server.sighting.Sighting;
import dev.gantry.server.sighting.SightingPage;
import dev.gantry.server.sighting.SightingReport;
import dev.gantry.server.sighting.Sightings;
import dev.gantry.server.sighting.Waypoint;
import dev.gantry.track.Direction;
import dev.gantry.track.SightingEvent.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every database must do alike with sightings, rejections and cameras. */
abstract class SightingContract extends DatabaseContract {

    private static final Box BOX = new Box(10, 20, 100, 25);

    private static final CharacterChange CHANGE = new CharacterChange(5, "0", "C", "GB AA99AA");

    private static final Evidence FIRST = new Evidence(new byte[] {1}, new byte[] {2, 2});

    private static final Evidence SECOND = new Evidence(new byte[] {3}, new byte[] {4, 4});

    @Test
    void aSightingComesBackAsItWasTold() {
        SightingReport report = report(Kind.SEEN, "s1", "AB-12 CD", NOON, FIRST);

        Sighting sighting = store.sightings().tell(report).orElseThrow();

        assertThat(sighting.id()).isEqualTo(1);
        assertThat(sighting.plate()).isEqualTo("AB12CD");
        assertThat(sighting.open()).isTrue();
        assertThat(sighting.direction()).isEqualTo(Direction.APPROACHING);
        var details = store.sightings().find(1).orElseThrow();
        assertThat(details.sighting()).isEqualTo(sighting);
        assertThat(details.path()).isEqualTo(report.path());
        assertThat(details.rawReads()).isEqualTo(report.rawReads());
        PlateRead best = store.history().find(sighting.bestRead()).orElseThrow();
        assertThat(best.sighting()).isEqualTo(sighting.id());
        assertThat(best.uid()).isEqualTo("s1");
        assertThat(best.text()).isEqualTo("AB-12 CD");
        assertThat(store.history().file(String.valueOf(best.picture()))).contains(new byte[] {2, 2});
    }

    @Test
    void whatHappensReplacesWhatWasKnownAndHasItsEvent() throws Exception {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CO", NOON, FIRST));
        PlateRead before = store.history().find(1).orElseThrow();

        store.sightings().tell(report(Kind.CORRECTED, "s1", "AB12CD", NOON.plusSeconds(1), SECOND));
        Sighting closed = store.sightings()
                .tell(report(Kind.CLOSED, "s1", "AB12CD", NOON.plusSeconds(1), Evidence.NONE))
                .orElseThrow();

        assertThat(closed.open()).isFalse();
        assertThat(found(new PlateSearch.Contains("12C"))).containsExactly("AB12CD");
        PlateRead best = store.history().find(closed.bestRead()).orElseThrow();
        assertThat(best.id()).isEqualTo(before.id());
        assertThat(best.time()).isEqualTo(NOON.plusSeconds(1));
        assertThat(store.history().file(String.valueOf(best.picture()))).contains(new byte[] {4, 4});
        assertThat(store.history().file(String.valueOf(before.picture()))).isEmpty();
        assertThat(store.history().file(String.valueOf(before.strip()))).isEmpty();
        List<Event> events = store.events().after(0, 10);
        assertThat(events).extracting(Event::type).containsExactly("read", "sighting", "sighting", "sighting");
        assertThat(events).extracting(Event::uid).doesNotHaveDuplicates();
        JsonNode corrected = Json.mapper().readTree(events.get(2).data());
        assertThat(corrected.path("phase").asText()).isEqualTo("corrected");
        assertThat(corrected.path("text").asText()).isEqualTo("AB12CD");
        assertThat(corrected.path("bestRead").asLong()).isEqualTo(best.id());
        assertThat(corrected.path("state").asText()).isEqualTo("open");
    }

    @Test
    void whatSomebodyHasConfirmedCorrectsWhatIsReadLater() {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CD", NOON, FIRST));
        store.reviews().add(new NewReview(1, Verdict.CONFIRMED, null, false));
        assertThat(store.history().find(1).orElseThrow().plate()).isEqualTo("AB12CD");

        store.sightings().tell(report(Kind.CORRECTED, "s1", "A812CD", NOON.plusSeconds(1), SECOND));

        PlateRead best = store.history().find(1).orElseThrow();
        assertThat(best.text()).isEqualTo("A812CD");
        assertThat(best.plate()).isEqualTo("AB12CD");
        assertThat(best.judgement()).isEqualTo(new Judgement(Verdict.CORRECTED, "AB12CD"));
        assertThat(found(new PlateSearch.Exact("AB12CD"))).containsExactly("A812CD");
    }

    @Test
    void anOpenSightingDoesNotWaitForAVerdictYet() {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CD", NOON, FIRST));
        assertThat(store.reviews().waiting(QueueOrder.DOUBTFUL, null, null, 10)).isEmpty();

        store.sightings().tell(report(Kind.CLOSED, "s1", "AB12CD", NOON, Evidence.NONE));
        assertThat(store.reviews().waiting(QueueOrder.DOUBTFUL, null, null, 10)).hasSize(1);
        assertThat(store.reviews().waiting(QueueOrder.RANDOM, null, null, 10)).hasSize(1);
    }

    @Test
    void theSizeOfTheFilesIsRight() throws Exception {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CO", NOON, FIRST));
        store.sightings()
                .tell(report(
                        Kind.CORRECTED, "s1", "AB12CD", NOON.plusSeconds(1), new Evidence(new byte[50], new byte[50])));
        store.sightings().tell(report(Kind.LEFT, "s1", "AB12CD", NOON.plusSeconds(1), Evidence.NONE));

        try (Database database = Database.open(options(folder))) {
            assertThat(Counter.KEPT_BYTES.last(database)).isEqualTo(100);
            store.history().delete(1);
            assertThat(Counter.KEPT_BYTES.last(database)).isZero();
        }
        try (Stream<Path> files = Files.find(
                folder.resolve("snapshots"),
                9,
                (path, attributes) -> attributes.isRegularFile()
                        && !path.getFileName().toString().startsWith("."))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void stripsOfRawReadsAreKeptAndCountWithTheBestRead() {
        var strip = new byte[30];
        strip[7] = 7;
        SightingReport seen = report(Kind.SEEN, "s1", "AB12CD", NOON, FIRST);
        store.sightings().tell(with(seen, strip));

        RawRead kept = store.sightings().find(1).orElseThrow().rawReads().getFirst();
        assertThat(kept.strip()).isEqualTo(strip);
        assertThat(keptBytes()).isEqualTo(3 + 30);
        store.sightings().tell(with(report(Kind.LEFT, "s1", "AB12CD", NOON, Evidence.NONE), new byte[50]));
        assertThat(keptBytes()).isEqualTo(3 + 50);
        store.sightings().tell(with(report(Kind.CORRECTED, "s1", "AB12CO", NOON.plusSeconds(1), SECOND), strip));
        assertThat(keptBytes()).isEqualTo(3 + 30);
        store.history().delete(1);
        assertThat(keptBytes()).isZero();
    }

    private long keptBytes() {
        try (Database database = Database.open(options(folder))) {
            return Counter.KEPT_BYTES.last(database);
        }
    }

    private static SightingReport with(SightingReport report, byte[] strip) {
        return new SightingReport(
                report.kind(),
                report.camera(),
                report.firstSeen(),
                report.lastSeen(),
                report.reads(),
                report.direction(),
                report.parked(),
                report.best(),
                report.path(),
                List.of(new RawRead(NOON, "AB12CD", 0.8, 0.5, BOX, strip)));
    }

    @Test
    void whatAFormatDecidedIsToldAsItWasRecorded() {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CO", NOON, FIRST));
        assertThat(store.history().changes(1)).containsExactly(CHANGE);

        store.sightings().tell(report(Kind.LEFT, "s1", "AB12CO", NOON, Evidence.NONE));
        assertThat(store.history().changes(1)).containsExactly(CHANGE);
        assertThat(store.history().changes(2)).isEmpty();
        store.history().delete(1);
        assertThat(store.history().changes(1)).isEmpty();
    }

    @Test
    void severalSightingsAreFoundAtOnce() {
        for (int i = 0; i < 3; i++) {
            store.sightings().tell(report(Kind.SEEN, "s" + i, "AB1" + i, NOON.plusSeconds(i), Evidence.NONE));
        }

        assertThat(store.sightings().find(List.of(1L, 3L, 9L))).containsOnlyKeys(1L, 3L);
        assertThat(store.sightings().find(List.of())).isEmpty();
    }

    @Test
    void aForgottenReadTakesItsSightingAlong() {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CD", NOON, FIRST));

        store.history().delete(1);

        assertThat(store.sightings().find(1)).isEmpty();
        assertThat(store.sightings().tell(report(Kind.CLOSED, "s1", "AB12CD", NOON, SECOND)))
                .isEmpty();
        assertThat(store.events().after(0, 10))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.type() + event.data()).isEqualTo("forgotten{}"));
    }

    @Test
    void sightingsAreSearchedLikeReadsAndPaged() {
        store.history().append(List.of(Reads.read("XX99XX")));
        for (int i = 0; i < 5; i++) {
            store.sightings().tell(report(Kind.SEEN, "s" + i, "AB1" + i, NOON.plusSeconds(i), Evidence.NONE));
        }

        assertThat(found(new PlateSearch.Exact("ab 13"))).containsExactly("AB13");
        SightingPage first = store.sightings().search(ReadFilter.ALL, null, 2);
        SightingPage second = store.sightings().search(ReadFilter.ALL, first.next(), 9);
        assertThat(first.sightings()).extracting(Sighting::text).containsExactly("AB14", "AB13");
        assertThat(second.sightings()).extracting(Sighting::text).containsExactly("AB12", "AB11", "AB10");
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> store.sightings().search(ReadFilter.ALL, "nonsense", 2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatARunLeftOpenIsClosed() {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CD", NOON, Evidence.NONE));
        store.sightings().tell(report(Kind.SEEN, "s2", "CD34EF", NOON, Evidence.NONE));
        store.sightings().tell(report(Kind.CLOSED, "s2", "CD34EF", NOON, Evidence.NONE));

        assertThat(store.sightings().latest("gate", NOON.plusSeconds(60), 9))
                .extracting(Sighting::uid)
                .containsExactly("s1");
        Instant longAgo = Instant.EPOCH;
        assertThat(store.sightings().closeOpen(List.of("yard"), longAgo)).isZero();
        assertThat(store.sightings().closeOpen(List.of(), longAgo)).isZero();
        assertThat(store.sightings().closeOpen(List.of("yard", "gate"), longAgo))
                .isEqualTo(1);
        assertThat(store.sightings().closeOpen(List.of("yard", "gate"), longAgo))
                .isZero();

        assertThat(store.sightings().latest("gate", NOON.minusSeconds(60), 9))
                .hasSize(2)
                .noneMatch(Sighting::open);
        assertThat(store.events().after(0, 10).getLast().data()).contains("\"phase\":\"closed\"", "AB12CD");
    }

    /** Another node may still watch its camera; one that nobody has touched for long is nobody's. */
    @Test
    void whatNobodyHasChangedForLongIsClosed() {
        store.sightings().tell(report(Kind.SEEN, "s1", "AB12CD", NOON, Evidence.NONE));

        assertThat(store.sightings().closeOpen(List.of(), Instant.now().plusSeconds(1)))
                .isEqualTo(1);
    }

    @Test
    void rejectionsAreCountedByTheHour() {
        var rejections = store.rejections();
        rejections.add("gate", NOON.plusSeconds(5), Map.of(Reason.TOO_SMALL, 2L, Reason.STATIC, 1L));
        rejections.add("gate", NOON.plusSeconds(3_599), Map.of(Reason.TOO_SMALL, 3L));
        rejections.add("gate", NOON.plusSeconds(3_600), Map.of(Reason.PARKED, 7L));
        rejections.add("yard", NOON, Map.of(Reason.OUTSIDE, 1L));
        rejections.add("yard", NOON, Map.of());

        var hours = rejections.since("gate", NOON.plusSeconds(60));

        assertThat(hours).hasSize(2);
        assertThat(hours.getFirst().start()).isEqualTo(NOON);
        assertThat(hours.getFirst().counts()).isEqualTo(Map.of(Reason.TOO_SMALL, 5L, Reason.STATIC, 1L));
        assertThat(rejections.since("gate", NOON.plusSeconds(3_700))).hasSize(1);
        rejections.add("gate", NOON.plus(Duration.ofDays(91)), Map.of(Reason.PARKED, 1L));
        assertThat(rejections.since("gate", Instant.EPOCH)).hasSize(1);
    }

    @Test
    void camerasAreKept() throws Exception {
        store.cameras().put(new StoredCamera("yard", "{\"a\":1}"));
        store.cameras().put(new StoredCamera("gate", "{}"));
        store.cameras().put(new StoredCamera("yard", "{\"a\":2}"));
        StoreOptions options = options(folder);
        store.close();
        store = Store.open(options, () -> {});

        assertThat(store.cameras().all())
                .containsExactly(new StoredCamera("gate", "{}"), new StoredCamera("yard", "{\"a\":2}"));
        assertThat(store.cameras().delete("gate")).isTrue();
        assertThat(store.cameras().delete("gate")).isFalse();
    }

    private List<String> found(PlateSearch search) {
        var filter = new ReadFilter(null, null, null, null, null, null, search);
        return store.sightings().search(filter, null, 100).sightings().stream()
                .map(Sighting::text)
                .toList();
    }

    private static SightingReport report(Kind kind, String uid, String text, Instant time, Evidence evidence) {
        var best = new NewRead(
                uid,
                time,
                text,
                0.9,
                "gb",
                BOX,
                Quad.of(BOX),
                List.of(new Candidate(text, 0.9), new Candidate("OTHER", 0.05)),
                new Source(Sightings.SOURCE, null, "gate"),
                "digest",
                "models",
                List.of(CHANGE),
                evidence);
        return new SightingReport(
                kind,
                "gate",
                NOON,
                time.plusSeconds(2),
                7,
                Direction.APPROACHING,
                false,
                best,
                List.of(new Waypoint(NOON, BOX), new Waypoint(time, new Box(11.5, 21, 101, 26))),
                List.of(new RawRead(NOON, text, 0.8, 0.5, BOX)));
    }
}
