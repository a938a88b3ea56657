package dev.gantry.server.camera.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.server.camera.Frame;
import dev.gantry.server.camera.KeptFrames;
import dev.gantry.server.camera.TestClips;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.sighting.SightingDetails;
import dev.gantry.server.sighting.SightingPage;
import dev.gantry.server.sighting.SightingReport;
import dev.gantry.server.sighting.Sightings;
import dev.gantry.track.PlateRead;
import dev.gantry.track.Sighting;
import dev.gantry.track.SightingEvent;
import dev.gantry.track.SightingEvent.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of sightings while the store is away. */
class RecorderTest {

    private static final Duration TIME = Duration.ofSeconds(1);

    private final Store store = new Store();
    private final KeptFrames frames = new KeptFrames();
    private final CameraMonitor monitor = new CameraMonitor(Clock.systemUTC(), "", _ -> {});
    private final LateReports late = new LateReports(store, monitor);
    private Recorder recorder;

    @BeforeEach
    void start() throws Exception {
        frames.add(new Frame(TIME, TestClips.gray(160, 120, 100)));
        recorder = new Recorder(
                Rig.definition("gate", "http://127.0.0.1/picture.jpg"),
                store,
                true,
                "models",
                Instant.now(),
                frames,
                new RawStrips(0),
                late,
                monitor);
    }

    /** Remembers what it is told, unless it is away. */
    private static final class Store implements Sightings {

        private final List<SightingReport> told = new ArrayList<>();
        private boolean away;

        private void answer() {
            if (away) {
                throw new HistoryException("away", new IllegalStateException());
            }
        }

        @Override
        public Optional<dev.gantry.server.sighting.Sighting> tell(SightingReport report) {
            answer();
            told.add(report);
            return Optional.empty();
        }

        @Override
        public List<dev.gantry.server.sighting.Sighting> latest(String camera, Instant since, int limit) {
            answer();
            return List.of();
        }

        @Override
        public Optional<SightingDetails> find(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<Long, dev.gantry.server.sighting.Sighting> find(Collection<Long> ids) {
            throw new UnsupportedOperationException();
        }

        @Override
        public SightingPage search(ReadFilter filter, @Nullable String cursor, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int closeOpen(Collection<String> cameras, Instant before) {
            throw new UnsupportedOperationException();
        }
    }

    private void happens(int id, Kind... kinds) {
        var box = new Box(10, 30, 40, 10);
        var candidates = List.of(new Candidate("AB12CDE", 0.95));
        var plate = new Plate(
                "AB12CDE",
                0.95,
                box,
                Quad.of(box),
                List.of(),
                candidates,
                null,
                List.of(),
                List.of(),
                0.9,
                CharacterLattice.unknown());
        var read = new PlateRead(TIME, plate, 1);
        var sighting = new Sighting(
                id,
                "AB12CDE",
                0.95,
                List.of(),
                candidates,
                null,
                List.of(),
                List.of(),
                TIME,
                TIME,
                1,
                read,
                null,
                List.of(),
                List.of(read));
        for (Kind kind : kinds) {
            recorder.record(new SightingEvent(kind, TIME, sighting));
        }
    }

    private List<Kind> kinds() {
        return store.told.stream().map(SightingReport::kind).toList();
    }

    @Test
    void aVehicleThatCameAndWentMeanwhileIsStoredLaterWithItsPictures() {
        store.away = true;
        happens(1, Kind.SEEN, Kind.LEFT, Kind.CLOSED);
        frames.retain(Set.of());

        assertThatThrownBy(late::store).isInstanceOf(HistoryException.class);
        store.away = false;
        late.store();
        late.store();

        assertThat(kinds()).containsExactly(Kind.SEEN, Kind.CLOSED);
        SightingReport seen = store.told.getFirst();
        SightingReport closed = store.told.getLast();
        assertThat(seen.best().evidence().strip()).isNotNull();
        assertThat(seen.best().evidence().picture()).isNotNull();
        assertThat(closed.uid()).isEqualTo(seen.uid());
        assertThat(closed.best().evidence().strip()).isNull();
        assertThat(closed.best().pictureDigest()).isEqualTo(seen.best().pictureDigest());
    }

    @Test
    void oneThatWasStoredBeforeIsClosedLater() {
        happens(1, Kind.SEEN);
        store.away = true;
        happens(1, Kind.LEFT, Kind.CLOSED);
        store.away = false;
        late.store();

        assertThat(kinds()).containsExactly(Kind.SEEN, Kind.CLOSED);
        assertThat(store.told.getLast().uid()).isEqualTo(store.told.getFirst().uid());
    }

    @Test
    void oneThatIsStillThereNeedsNoSecondTry() {
        store.away = true;
        happens(1, Kind.SEEN);
        store.away = false;
        happens(1, Kind.LEFT, Kind.CLOSED);
        late.store();

        assertThat(kinds()).containsExactly(Kind.SEEN, Kind.LEFT, Kind.CLOSED);
    }

    @Test
    void theOldestAreLostWhenTooMuchWaits() {
        store.away = true;
        for (int id = 1; id <= LateReports.MOST; id++) {
            happens(id, Kind.SEEN, Kind.CLOSED);
        }
        store.away = false;
        happens(LateReports.MOST + 1, Kind.SEEN);
        late.store();

        assertThat(store.told).hasSize(1 + LateReports.MOST);
    }
}
