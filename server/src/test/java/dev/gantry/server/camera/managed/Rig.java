package dev.gantry.server.camera.managed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.image.Image;
import dev.gantry.image.ImageLimits;
import dev.gantry.image.StandardImageDecoder;
import dev.gantry.plate.Box;
import dev.gantry.plate.Candidate;
import dev.gantry.plate.CharacterLattice;
import dev.gantry.plate.Plate;
import dev.gantry.plate.Quad;
import dev.gantry.plate.ReadCharacter;
import dev.gantry.plate.Recognition;
import dev.gantry.server.json.Json;
import dev.gantry.server.store.Store;
import dev.gantry.server.store.StoreOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Cameras on a store of their own, with short timings and a recogniser that sees what a test wants. */
final class Rig implements AutoCloseable {

    static final Timings FAST = new Timings(
            Duration.ofMillis(20),
            Duration.ofMillis(600),
            Duration.ofSeconds(6), // on a busy machine ffmpeg takes its time for the first frame
            Duration.ofSeconds(1),
            Duration.ofMillis(20),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofMillis(50));

    /** Machines may be busy; nothing here takes as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final DefinitionFormat FORMAT = new DefinitionFormat(Set.of("gb", "de"));

    private final Path folder;
    private final Store store;
    private final Cameras cameras;

    /** What is seen in every frame; empty for nothing. */
    volatile String plate = "";

    /** What is done before a frame is looked at. */
    volatile Runnable beforeLook = () -> {};

    Rig(Path folder) {
        this(folder, FAST);
    }

    Rig(Path folder, Timings timings) {
        this(folder, timings, null);
    }

    /** @param grammar settles what the recogniser leaves open */
    Rig(Path folder, Timings timings, @Nullable PlateGrammar grammar) {
        this.folder = folder;
        store = Store.open(StoreOptions.in(folder.resolve("store")), () -> {});
        cameras = cameras(timings, true);
        cameras.start(recognizer(), grammar);
    }

    private Cameras cameras(Timings timings, boolean stored) {
        var sources = new FrameSources(
                null,
                Path.of("target", "ffmpeg").toAbsolutePath(),
                () -> new StandardImageDecoder(ImageLimits.DEFAULT),
                1 << 20,
                1 << 22,
                timings);
        return new Cameras(
                new CameraOptions(List.of(), null, 1, 4, true, 24, List.of(folder), stored),
                FORMAT,
                sources,
                store.cameras(),
                store.events(),
                store.sightings(),
                store.rejections(),
                timings);
    }

    private FrameRecognizer recognizer() {
        return new FrameRecognizer() {
            @Override
            public Recognition recognize(Image frame, List<String> regions) {
                beforeLook.run();
                List<Plate> plates = plate.isEmpty() ? List.of() : List.of(plate(frame));
                return new Recognition(frame.width(), frame.height(), plates, List.of());
            }

            @Override
            public String models() {
                return "models";
            }
        };
    }

    /** Where it is follows from the frame's brightness, so that it moves. */
    private Plate plate(Image frame) {
        var box = new Box((frame.bgr()[0] & 0xff) / 4.0, 30, 40, 10);
        var characters = plate.chars()
                .mapToObj(c -> new ReadCharacter(Character.toString(c), 0.98))
                .toList();
        return new Plate(
                plate,
                0.95,
                box,
                Quad.of(box),
                characters,
                List.of(new Candidate(plate, 0.95)),
                null,
                List.of(),
                List.of(),
                0.9,
                CharacterLattice.unknown());
    }

    Store store() {
        return store;
    }

    /** Another node on the same store, which leaves the stored cameras to this one. */
    Cameras otherNode() {
        return cameras(FAST, false);
    }

    Cameras cameras() {
        return cameras;
    }

    /** Ends the cameras, and leaves the store open. */
    void stopCameras() {
        cameras.close();
    }

    void watch(String id, String source) throws Exception {
        cameras.add(definition(id, source));
    }

    static CameraDefinition definition(String id, String source) throws DefinitionException {
        ObjectNode json = Json.mapper().createObjectNode().put("id", id).put("source", source);
        if (source.endsWith(".jpg")) {
            json.put("interval", 0.1);
        }
        return FORMAT.read(json);
    }

    static CameraDefinition definition(ObjectNode json) throws DefinitionException {
        return FORMAT.read(json);
    }

    CameraStatus status(String id) {
        return cameras.find(id).orElseThrow().status();
    }

    void awaitState(String id, CameraState state) throws InterruptedException {
        await(() -> status(id).state() == state);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it has not come about in " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        cameras.close();
        store.close();
    }
}
