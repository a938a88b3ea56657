package dev.gantry.server.camera.managed;

import static dev.gantry.server.camera.managed.CameraState.OFFLINE;
import static dev.gantry.server.camera.managed.CameraState.ONLINE;
import static dev.gantry.server.camera.managed.CameraState.STALLED;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.gantry.server.camera.TestClips;
import dev.gantry.server.camera.managed.ScriptedCamera.Mode;
import dev.gantry.server.event.Event;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cameras that fail in every way that cameras fail: they come back by themselves, and the status tells the truth all along. */
@Timeout(600)
class CameraFaultsTest {

    private static final int CYCLES = 200;

    /** Classes that are loaded late, and what other threads hold just then. */
    private static final int MEBIBYTES_OF_CHANCE = 10;

    @TempDir
    Path folder;

    private ScriptedCamera camera;
    private Rig rig;

    /** So that no test pays for its unpacking. */
    @BeforeAll
    static void unpack() throws Exception {
        TestClips.program();
    }

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

    @ParameterizedTest
    @CsvSource({
        "REFUSE, OFFLINE, refused",
        "HANG, OFFLINE, ''",
        "HALF_A_FRAME, OFFLINE, ''",
        "GARBAGE, OFFLINE, ''",
        "END, OFFLINE, ''",
        "FREEZE, OFFLINE, ''",
        "UNAUTHORIZED, OFFLINE, 401",
    })
    void aStreamComesBack(Mode fault, CameraState state, String reason) throws Exception {
        camera.become(fault);
        rig.watch("gate", camera.stream());
        rig.awaitState("gate", state);
        Rig.await(() -> String.valueOf(rig.status("gate").reason()).contains(reason)
                && rig.status("gate").state() == state);

        camera.become(Mode.SERVE);
        rig.awaitState("gate", ONLINE);

        assertThat(rig.status("gate").reason()).isNull();
        assertThat(rig.status("gate").framesPerSecond()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, cannot be reached",
        "HANG, has not answered",
        "HALF_A_FRAME, has not answered",
        "GARBAGE, cannot be decoded",
        "UNAUTHORIZED, password is wrong",
    })
    void singlePicturesComeBack(Mode fault, String reason) throws Exception {
        rig.watch("gate", camera.picture());
        rig.awaitState("gate", ONLINE);

        camera.become(fault);
        Rig.await(() -> rig.status("gate").state() == OFFLINE
                && String.valueOf(rig.status("gate").reason()).contains(reason));

        camera.become(Mode.SERVE);
        rig.awaitState("gate", ONLINE);
    }

    @Test
    void aStreamThatStopsStallsAndIsStartedAnew() throws Exception {
        rig.watch("gate", camera.stream());
        rig.awaitState("gate", ONLINE);

        camera.become(Mode.HANG);
        Rig.await(() -> rig.status("gate").state() != ONLINE);
        rig.awaitState("gate", OFFLINE);
        camera.become(Mode.SERVE);
        rig.awaitState("gate", ONLINE);

        Rig.await(() -> states().getLast().equals("online")); // a state is told, then logged
        assertThat(states()).startsWith("online").contains("offline");
    }

    @Test
    void aStreamThatChangesItsSizeGoesOn() throws Exception {
        rig.watch("gate", camera.stream());
        Rig.await(() -> rig.status("gate").width() == 160);

        camera.setWidth(320);

        Rig.await(() -> rig.status("gate").width() == 320);
        assertThat(states()).doesNotContain("stalled");
    }

    private void flap(int times) throws Exception {
        for (int i = 0; i < times; i++) {
            rig.awaitState("gate", ONLINE);
            camera.become(Mode.REFUSE);
            rig.awaitState("gate", OFFLINE);
            camera.become(Mode.SERVE);
        }
    }

    @Test
    void aStreamThatFlapsIsFoundEachTime() throws Exception {
        rig.watch("gate", camera.stream());
        flap(5);
        rig.awaitState("gate", ONLINE);
    }

    @Test
    void everyChangeIsInTheLogOnce() throws Exception {
        rig.watch("gate", camera.picture());
        flap(3);
        Rig.await(() -> changes().size() >= 7);

        assertThat(changes()).containsExactly("online", "offline", "online", "offline", "online", "offline", "online");
    }

    @Test
    void pausesDoubleUpToHalfAMinute() {
        var backOff = new BackOff(Timings.DEFAULT, new java.util.Random(1));

        for (int seconds : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            assertThat(backOff.next()).isBetween(Duration.ofMillis(800L * seconds), Duration.ofSeconds(seconds));
        }
        backOff.reset();
        assertThat(backOff.next()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLackOfMemoryIsAFaultLikeAnother() throws Exception {
        rig.watch("gate", camera.picture());
        rig.awaitState("gate", ONLINE);

        rig.beforeLook = () -> {
            throw new OutOfMemoryError("not one byte is left");
        };
        Rig.await(() -> String.valueOf(rig.status("gate").reason()).contains("Gantry failed"));
        rig.beforeLook = () -> {};

        rig.awaitState("gate", ONLINE);
    }

    /** However long it was away: an attempt that hangs and a pause leave some seconds for the start. */
    @Test
    void aSourceThatComesBackIsFoundWithinFifteenSeconds() {
        Timings timings = Timings.DEFAULT;
        Duration hangsThenKnocks = timings.silence().plus(timings.quiet()).plus(timings.look());
        Duration knocksInVain = timings.knock().multipliedBy(2).plus(timings.look());

        assertThat(hangsThenKnocks).isLessThanOrEqualTo(Duration.ofSeconds(12));
        assertThat(knocksInVain).isLessThanOrEqualTo(Duration.ofSeconds(12));
    }

    /** The pauses are longer than any test waits: only who looks meanwhile comes back. */
    @ParameterizedTest
    @CsvSource({
        "REFUSE, cannot be reached",
        "HANG, has not answered",
        "GARBAGE, cannot be decoded",
        "UNAUTHORIZED, password is wrong",
    })
    void longPausesAreCutShort(Mode fault, String reason) throws Exception {
        try (var patient = new Rig(folder.resolve("patient"), withPauses(Duration.ofHours(1)))) {
            camera.become(fault);
            patient.watch("gate", camera.picture());
            patient.watch("stream", camera.stream());
            Rig.await(() -> String.valueOf(patient.status("gate").reason()).contains(reason));
            Rig.await(() -> !patient.status("stream").log().isEmpty());

            camera.become(Mode.SERVE);

            patient.awaitState("gate", ONLINE);
            patient.awaitState("stream", ONLINE);
        }
    }

    private static Timings withPauses(Duration pause) {
        Timings fast = Rig.FAST;
        return new Timings(
                fast.look(),
                fast.stalled(),
                fast.watchdog(),
                fast.silence(),
                pause,
                pause,
                fast.quiet(),
                fast.knock(),
                fast.settled(),
                fast.folder());
    }

    /** While nobody answers, it is knocked, and nothing is started. */
    @Test
    void aFileThatIsNotThereYetIsAwaited() throws Exception {
        try (var patient = new Rig(folder.resolve("patient"), withPauses(Duration.ofHours(1)))) {
            Path clip = folder.resolve("patient").resolve("later.mp4");
            patient.watch("file", clip.toString());
            Rig.await(() -> patient.status("file").state() == OFFLINE
                    && String.valueOf(patient.status("file").reason()).contains("No such file"));

            TestClips.gray(clip, 160, 120, 50, 4);

            Rig.await(() -> String.valueOf(patient.status("file").reason()).contains("to its end"));
        }
    }

    /** Each connection fails at once; what a leak costs would be seen two hundred times. */
    @Test
    void nothingGrowsOverManyCycles() throws Exception {
        camera.become(Mode.GARBAGE);
        rig.watch("stream", camera.stream());
        rig.watch("pictures", camera.picture());
        awaitCycles(20);
        long threads = Thread.getAllStackTraces().size();
        long files = openFiles();
        long memory = usedMemory();

        awaitCycles(CYCLES);

        assertThat(ProcessHandle.current()
                        .children()
                        .filter(ProcessHandle::isAlive)
                        .count())
                .isLessThanOrEqualTo(2); // one that decodes, one that is about to end
        assertThat((long) Thread.getAllStackTraces().size()).isLessThanOrEqualTo(threads + 8);
        assertThat(openFiles()).isLessThanOrEqualTo(files + 12);
        assertThat(usedMemory()).isLessThanOrEqualTo(memory + MEBIBYTES_OF_CHANCE * (1L << 20));
        rig.stopCameras();
        Rig.await(() -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive));
    }

    private void awaitCycles(int more) throws InterruptedException {
        int wanted = camera.connections("/stream") + more;
        long end = System.nanoTime() + Duration.ofMinutes(8).toNanos();
        while (camera.connections("/stream") < wanted && System.nanoTime() < end) {
            Thread.sleep(50);
        }
        assertThat(camera.connections("/stream")).isGreaterThanOrEqualTo(wanted);
    }

    private static long usedMemory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }

    /** On a busy machine pictures may come so late that the camera seems to stall. */
    private List<String> changes() {
        return states().stream().filter(state -> !state.equals("stalled")).toList();
    }

    private List<String> states() {
        return rig.store().events().after(0, 1_000).stream()
                .filter(event -> event.type().equals(Event.CAMERA))
                .map(event -> event.data().replaceFirst(".*\"state\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    @Test
    void stalledIsToldBeforeOffline() throws Exception {
        rig.watch("gate", camera.stream());
        rig.awaitState("gate", ONLINE);
        camera.become(Mode.FREEZE);

        rig.awaitState("gate", STALLED);

        assertThat(rig.status("gate").reason()).contains("No picture");
    }
}
