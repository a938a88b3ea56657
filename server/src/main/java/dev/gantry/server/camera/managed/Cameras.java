package dev.gantry.server.camera.managed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gantry.grammar.PlateGrammar;
import dev.gantry.server.camera.StoredCameras;
import dev.gantry.server.camera.StoredCameras.StoredCamera;
import dev.gantry.server.event.Event;
import dev.gantry.server.event.EventLog;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.json.CameraEventJson;
import dev.gantry.server.json.Json;
import dev.gantry.server.sighting.Rejections;
import dev.gantry.server.sighting.Sightings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All cameras that are watched: those of the configuration, and those that were set up through the API, which are stored. Each
 * is started, stopped and changed without the others. Safe for use by many threads.
 */
public final class Cameras implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Cameras.class);

    private static final JsonMapper JSON = Json.mapper();

    /** Each may cost a thread, a child process and a share of the processors. */
    private static final int MOST_CAMERAS = 200;

    /** A sighting that has been open for so long without any change is nobody's, on whatever node its camera was. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private static final String LOADING = "The models are being loaded.";

    private static final String SWITCHED_OFF = "It is switched off.";

    private final CameraOptions options;
    private final DefinitionFormat format;
    private final FrameSources sources;
    private final StoredCameras stored;
    private final EventLog events;
    private final Sightings sightings;
    private final Rejections rejections;
    private final Timings timings;
    private final Map<String, Watched> cameras = new TreeMap<>();

    /**
     * Held by whoever sets up, changes or takes away a camera, from its row to its thread's end, which may take seconds. The
     * monitor is held for moments only, since every page asks for it.
     */
    private final Object changes = new Object();

    private @Nullable Workshop workshop;
    private boolean closed;

    /** @throws HistoryException when the stored cameras cannot be read */
    public Cameras(
            CameraOptions options,
            DefinitionFormat format,
            FrameSources sources,
            StoredCameras stored,
            EventLog events,
            Sightings sightings,
            Rejections rejections,
            Timings timings) {
        this.options = options;
        this.format = format;
        this.sources = sources;
        this.stored = stored;
        this.events = events;
        this.sightings = sightings;
        this.rejections = rejections;
        this.timings = timings;
        options.defined().forEach(defined -> add(defined, false));
        if (options.stored()) {
            stored.all().forEach(this::addStored);
        }
    }

    /** One that an older or newer version has stored must not keep the others from being watched. */
    private void addStored(StoredCamera camera) {
        try {
            CameraDefinition definition = format.read(JSON.readTree(camera.definition()));
            if (cameras.containsKey(definition.id())) {
                LOG.warn(
                        "Camera {} is in the configuration and was stored, too; the configuration counts", camera.id());
            } else {
                add(definition, true);
            }
        } catch (DefinitionException | JsonProcessingException e) {
            LOG.error("Camera {} cannot be watched: {}", camera.id(), e.getMessage());
        }
    }

    private Watched add(CameraDefinition definition, boolean editable) {
        String why = definition.enabled() ? LOADING : SWITCHED_OFF;
        var monitor = new CameraMonitor(Clock.systemUTC(), why, status -> tell(definition.id(), status));
        var camera = new Watched(definition, editable, monitor);
        cameras.put(definition.id(), camera);
        return camera;
    }

    private void tell(String id, CameraStatus status) {
        try {
            var json = CameraEventJson.of(id, status.state().label(), status.reason(), status.since());
            events.append(UUID.randomUUID().toString(), Event.CAMERA, JSON.writeValueAsString(json));
        } catch (HistoryException e) {
            LOG.warn("What happened to camera {} cannot be stored now", id, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Begins to watch, now that plates can be recognised. */
    public synchronized void start(FrameRecognizer recognizer, @Nullable PlateGrammar grammar) {
        if (closed) {
            return;
        }
        try {
            int left = sightings.closeOpen(cameras.keySet(), Instant.now().minus(FORGOTTEN));
            if (left > 0) {
                LOG.info("Closed {} sightings that were left open", left);
            }
        } catch (HistoryException e) {
            LOG.warn("Sightings that were left open cannot be closed now", e);
        }
        double processors = options.processorShare() * Runtime.getRuntime().availableProcessors();
        var shop = new Workshop(
                sources,
                recognizer,
                grammar,
                new FairShare(processors),
                sightings,
                rejections,
                options.keepFrames(),
                options.rawStrips(),
                timings);
        workshop = shop;
        cameras.values().forEach(camera -> camera.start(shop));
    }

    /** All, in the order of their ids. */
    public synchronized List<CameraInfo> all() {
        return cameras.values().stream().map(Watched::info).toList();
    }

    /** Of the cameras that stand in a zone of their own, by id. */
    public synchronized Map<String, ZoneId> timeZones() {
        var zones = new TreeMap<String, ZoneId>();
        cameras.forEach((id, camera) -> {
            ZoneId zone = camera.definition().timeZone();
            if (zone != null) {
                zones.put(id, zone);
            }
        });
        return zones;
    }

    /** How many are in a state. */
    public synchronized long count(CameraState state) {
        return cameras.values().stream()
                .filter(camera -> camera.info().status().state() == state)
                .count();
    }

    public synchronized Optional<CameraInfo> find(String id) {
        return Optional.ofNullable(cameras.get(id)).map(Watched::info);
    }

    /** The last frame of a camera; empty when there is no such camera. */
    public synchronized Optional<Latest> latest(String id) {
        return Optional.ofNullable(cameras.get(id)).map(Watched::latest);
    }

    /**
     * Sets a new camera up and begins to watch it.
     *
     * @throws CameraException when there is one of this id, or it may not be watched
     */
    public CameraInfo add(CameraDefinition definition) throws CameraException {
        if (!options.stored()) {
            throw new CameraException("Cameras are set up at the node that watches them: here, video.stored is false.");
        }
        synchronized (changes) {
            checkRoom(definition.id());
            checkPlace(definition);
            store(definition);
            return watch(definition);
        }
    }

    private synchronized void checkRoom(String id) throws CameraException {
        if (cameras.containsKey(id)) {
            throw new CameraException("There is a camera '%s' already.".formatted(id));
        }
        if (cameras.size() >= MOST_CAMERAS) {
            throw new CameraException("There are %d cameras already.".formatted(MOST_CAMERAS));
        }
    }

    private synchronized @Nullable Watched watched(String id) {
        return cameras.get(id);
    }

    /**
     * Changes a camera. Secrets that are left out stay as they were.
     *
     * @return empty when there is none of this id
     * @throws CameraException when it may not be changed like this
     */
    public Optional<CameraInfo> replace(CameraDefinition definition) throws CameraException {
        synchronized (changes) {
            Watched before = watched(definition.id());
            if (before == null) {
                return Optional.empty();
            }
            checkEditable(before);
            checkPlace(definition);
            CameraDefinition whole = Secrets.kept(definition, before.definition());
            store(whole);
            before.stop(); // it is shown as it was until it has ended
            return Optional.of(watch(whole));
        }
    }

    private void store(CameraDefinition definition) {
        stored.put(new StoredCamera(
                definition.id(), DefinitionJson.stored(definition).toString()));
    }

    private synchronized CameraInfo watch(CameraDefinition definition) {
        Watched camera = add(definition, true);
        if (workshop != null && !closed) { // whoever closes knows nothing of this one
            camera.start(workshop);
        }
        return camera.info();
    }

    /**
     * Takes a camera away; what it has seen is kept.
     *
     * @return whether there was one
     * @throws CameraException when it may not be taken away
     */
    public boolean remove(String id) throws CameraException {
        synchronized (changes) {
            Watched camera = watched(id);
            if (camera == null) {
                return false;
            }
            checkEditable(camera);
            stored.delete(id);
            synchronized (this) {
                cameras.remove(id);
            }
            camera.stop();
            return true;
        }
    }

    /**
     * Tries a camera that need not be set up.
     *
     * @throws CameraException when it may not be watched
     */
    public TrialResult test(CameraDefinition definition) throws CameraException, InterruptedException {
        checkPlace(definition);
        return CameraTrial.run(sources, withKnownSecrets(definition));
    }

    private CameraDefinition withKnownSecrets(CameraDefinition definition) {
        Watched known = watched(definition.id());
        return known == null ? definition : Secrets.kept(definition, known.definition());
    }

    private static void checkEditable(Watched camera) throws CameraException {
        if (!camera.isEditable()) {
            throw new CameraException("Camera '%s' is in the configuration; it is changed there."
                    .formatted(camera.definition().id()));
        }
    }

    /** Whoever can reach the API must not be able to read, move or delete any file of this machine. */
    private void checkPlace(CameraDefinition definition) throws CameraException {
        var paths = new ArrayList<Path>();
        switch (definition.source()) {
            case CameraSource.VideoFile video -> paths.add(video.file());
            case CameraSource.Folder(var folder, var moveTo) -> {
                paths.add(folder);
                if (moveTo != null) {
                    paths.add(moveTo);
                }
            }
            case CameraSource.Device(var device) -> {
                if (!device.normalize().toString().matches("/dev/video\\d+")) {
                    throw new CameraException("A device is called such as /dev/video0.");
                }
            }
            case CameraSource.Stream _, CameraSource.Snapshots _ -> {}
        }
        for (Path path : paths) {
            Path place = path.toAbsolutePath().normalize();
            if (options.folders().stream()
                    .noneMatch(
                            folder -> place.startsWith(folder.toAbsolutePath().normalize()))) {
                throw new CameraException(
                        "Files and folders must be in one of the folders that the setting video.folders names.");
            }
        }
    }

    /** Ends them all, side by side; what is open is closed and stored. */
    @Override
    public void close() {
        List<Watched> all;
        synchronized (this) {
            closed = true;
            all = List.copyOf(cameras.values());
        }
        List<Thread> ends = all.stream()
                .map(camera -> Thread.startVirtualThread(camera::stop))
                .toList();
        try {
            for (Thread end : ends) {
                end.join();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        sources.close();
    }
}
