package dev.gantry.server.camera.managed;

import static dev.gantry.server.camera.managed.CameraState.OFFLINE;
import static dev.gantry.server.camera.managed.CameraState.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.server.camera.FrameJpeg;
import dev.gantry.server.camera.TestClips;
import dev.gantry.server.event.Event;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadFilter;
import dev.gantry.server.json.Json;
import dev.gantry.server.sighting.Sighting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(300)
class ManagedCamerasTest {

    @TempDir
    Path folder;

    private ScriptedCamera camera;
    private Rig rig;

    @BeforeEach
    void start() throws Exception {
        camera = new ScriptedCamera();
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
        camera.close();
    }

    @Test
    void aVehicleBecomesOneSightingWithItsFrame() throws Exception {
        rig.plate = "AB12CDE";
        rig.watch("gate", camera.picture());

        Rig.await(() -> !sightings().isEmpty());
        rig.stopCameras();

        Sighting sighting = sightings().getFirst();
        assertThat(sightings()).hasSize(1);
        assertThat(sighting.text()).isEqualTo("AB12CDE");
        assertThat(sighting.open()).isFalse();
        var details = rig.store().sightings().find(sighting.id()).orElseThrow();
        assertThat(details.rawReads()).isNotEmpty().allMatch(raw -> raw.strip() != null);
        assertThat(details.path()).isNotEmpty();
        PlateRead best = rig.store().history().find(sighting.bestRead()).orElseThrow();
        assertThat(best.source().camera()).isEqualTo("gate");
        assertThat(rig.store().history().file(String.valueOf(best.picture()))).isPresent();
        assertThat(rig.store().history().file(String.valueOf(best.strip()))).isPresent();
        assertThat(phases()).startsWith("seen").endsWith("left", "closed");
    }

    @Test
    void aVehicleThatIsStillThereAfterAChangeContinuesItsSighting() throws Exception {
        rig.plate = "AB12CDE";
        rig.watch("gate", camera.picture());
        Rig.await(() -> !sightings().isEmpty());

        rig.cameras().replace(Rig.definition("gate", camera.picture()));
        Rig.await(() -> phases().contains("returned"));
        rig.stopCameras();

        assertThat(sightings()).hasSize(1);
        assertThat(sightings().getFirst().open()).isFalse();
        assertThat(phases()).containsSubsequence("seen", "left", "closed", "returned", "left", "closed");
    }

    @Test
    void aCameraIsChangedAndTakenAwayWhileAnotherGoesOn() throws Exception {
        rig.watch("gate", camera.picture());
        rig.watch("yard", camera.picture());
        rig.awaitState("gate", ONLINE);
        rig.awaitState("yard", ONLINE);
        Instant since = rig.status("yard").since();

        rig.cameras().replace(Rig.definition("gate", "http://127.0.0.1:1/nothing.jpg"));
        rig.awaitState("gate", OFFLINE);
        assertThat(rig.cameras().remove("gate")).isTrue();

        assertThat(rig.cameras().find("gate")).isEmpty();
        assertThat(rig.cameras().remove("gate")).isFalse();
        assertThat(rig.status("yard").since()).isEqualTo(since);
        assertThat(rig.store().cameras().all()).hasSize(1);
        assertThatThrownBy(() -> rig.watch("yard", camera.picture())).isInstanceOf(CameraException.class);
    }

    @Test
    void nobodyElseWaitsForACameraThatEnds() throws Exception {
        var looking = new Semaphore(0);
        var goOn = new Semaphore(0);
        rig.beforeLook = () -> {
            looking.release();
            goOn.acquireUninterruptibly();
        };
        rig.watch("gate", camera.picture());
        looking.acquire();

        var removal = new FutureTask<>(() -> rig.cameras().remove("gate"));
        Thread.startVirtualThread(removal);
        Rig.await(() -> rig.cameras().find("gate").isEmpty());

        assertThat(rig.cameras().timeZones()).isEmpty();
        assertThat(removal.isDone()).isFalse();
        goOn.release();
        assertThat(removal.get()).isTrue();
    }

    @Test
    void changesAtTheSameTimeLeaveOneThread() throws Exception {
        rig.watch("twice", camera.picture());

        try (var changes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                var _ = changes.submit(() -> rig.cameras().replace(Rig.definition("twice", camera.picture())));
            }
        }

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().equals("camera twice"))
                .hasSize(1);
    }

    /** The texts fit plates of several countries; only the hint tells. */
    @ParameterizedTest
    @CsvSource({"ABC123D, gb, gb", "ABC123D, de,", "BAB1234, de, de", "BAB1234, gb,"})
    void theRegionHintReachesTheSighting(String text, String hint, @Nullable String region) throws Exception {
        try (var hinted = new Rig(folder.resolve("hinted"), Rig.FAST, PlateGrammar.shipped())) {
            hinted.plate = text;
            ObjectNode json = Json.mapper().createObjectNode().put("id", "gate").put("source", camera.picture());
            json.putArray("regions").add(hint);
            hinted.cameras().add(Rig.definition(json.put("interval", 0.1)));

            Rig.await(() -> !sightings(hinted).isEmpty());
            assertThat(sightings(hinted).getFirst().region()).isEqualTo(region);
        }
    }

    @Test
    void aNodeMayLeaveStoredCamerasToAnother() throws Exception {
        rig.watch("gate", camera.picture());

        try (Cameras other = rig.otherNode()) {
            assertThat(other.all()).isEmpty();
            assertThatThrownBy(() -> other.add(Rig.definition("yard", camera.picture())))
                    .isInstanceOf(CameraException.class)
                    .hasMessageContaining("video.stored");
        }
    }

    @Test
    void digestIsAnsweredWithTheStoredPassword() throws Exception {
        camera.setChallenge("Digest realm=\"cam\", nonce=\"abc\", qop=\"auth\"");
        var json = Json.mapper().createObjectNode();
        json.put("id", "gate").put("source", camera.picture()).put("user", "me").put("password", "pass");

        rig.cameras().add(Rig.definition(json));
        rig.awaitState("gate", ONLINE);

        assertThat(camera.lastAuthorization())
                .startsWith("Digest username=\"me\"")
                .contains("uri=\"/picture.jpg\"");
    }

    @Test
    void picturesInAFolderAreLookedAtAndGo() throws Exception {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path done = folder.resolve("done");
        var json = Json.mapper().createObjectNode();
        json.put("id", "ftp").put("source", in.toString()).put("moveTo", done.toString());
        rig.plate = "AB12CDE";
        rig.cameras().add(Rig.definition(json));
        rig.awaitState("ftp", ONLINE);

        for (int i = 0; i < 4; i++) {
            Files.write(in.resolve(i + ".jpg"), FrameJpeg.of(TestClips.gray(160, 120, 40 + i * 30), FrameJpeg.GOOD));
        }
        Files.writeString(in.resolve("broken.jpg"), "no picture");
        Files.writeString(in.resolve("notes.txt"), "stays");

        Rig.await(() -> Files.exists(done.resolve("3.jpg")) && Files.exists(done.resolve("broken.jpg")));
        assertThat(in.toFile().list()).containsExactly("notes.txt");
        rig.stopCameras();
        assertThat(sightings()).hasSize(1);
    }

    @Test
    void aFileIsPlayedOnceToItsEnd() throws Exception {
        Path clip = TestClips.gray(folder.resolve("a.mp4"), 160, 120, 50, 4);
        rig.plate = "AB12CDE";

        rig.watch("file", clip.toString());

        Rig.await(() -> String.valueOf(rig.status("file").reason()).contains("to its end"));
        rig.stopCameras();
        assertThat(sightings()).hasSize(1);
        assertThat(rig.status("file").dropped()).isZero();
    }

    @Test
    void filesElsewhereMayNotBeNamed() {
        assertThatThrownBy(() -> rig.watch("x", "/etc/secrets.mp4")).hasMessageContaining("video.folders");
        assertThatThrownBy(() -> rig.watch("x", folder + "/../x.mp4")).hasMessageContaining("video.folders");
        assertThatThrownBy(() -> rig.watch("x", "/dev/sda")).hasMessageContaining("/dev/video0");
    }

    @Test
    void aTrialShowsAFrameOrTellsTheReason() throws Exception {
        assertThat(rig.cameras().test(Rig.definition("new", camera.picture())))
                .isInstanceOfSatisfying(
                        TrialResult.Works.class,
                        works -> assertThat(works.width()).isEqualTo(160));
        assertThat(rig.cameras().test(Rig.definition("new", "http://127.0.0.1:1/x.jpg")))
                .isInstanceOfSatisfying(
                        TrialResult.Fails.class,
                        fails -> assertThat(fails.reason()).contains("cannot be reached"));
        assertThat(rig.cameras().all()).isEmpty();
    }

    private List<Sighting> sightings() {
        return sightings(rig);
    }

    private static List<Sighting> sightings(Rig rig) {
        return rig.store().sightings().search(ReadFilter.ALL, null, 10).sightings();
    }

    private List<String> phases() {
        return rig.store().events().after(0, 1_000).stream()
                .filter(event -> event.type().equals(Event.SIGHTING))
                .map(event -> event.data().replaceFirst(".*\"phase\":\"(\\w+)\".*", "$1"))
                .toList();
    }
}
