package dev.gantry.server.intake;

import dev.gantry.plate.Plate;
import dev.gantry.server.history.History;
import dev.gantry.server.history.HistoryException;
import dev.gantry.server.history.NewRead;
import dev.gantry.server.history.NewRead.Evidence;
import dev.gantry.server.history.PictureDigest;
import dev.gantry.server.history.PlateRead;
import dev.gantry.server.history.ReadUid;
import dev.gantry.server.history.Source;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.RecognitionService;
import dev.gantry.server.recognition.Seen;
import dev.gantry.server.recognition.Sender;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Recognises a picture and remembers its plates before anybody is told of them. */
public final class Intake {

    private final RecognitionService service;
    private final History history;
    private final boolean keepPictures;
    private final Clock clock;

    /** @param keepPictures whether whole pictures are kept beside the plates' strips */
    public Intake(RecognitionService service, History history, boolean keepPictures, Clock clock) {
        this.service = service;
        this.history = history;
        this.keepPictures = keepPictures;
        this.clock = clock;
    }

    /** Whether pictures are recognised yet. */
    public boolean isReady() {
        return service.isReady();
    }

    /**
     * One picture's way; the calling thread waits for the answer.
     *
     * @param sender asked at first whether it is only a trial, of which nothing is remembered, and now and then, in the
     *     calling thread, whether the answer is still wanted
     */
    public Outcome recognize(PictureRequest request, Source source, Sender sender) {
        if (sender.onlyTries()) {
            return service.recognize(request, sender);
        }
        Instant time = clock.instant();
        // Meanwhile: later the answer would wait for it.
        var digest = CompletableFuture.supplyAsync(() -> PictureDigest.of(request.file()), Thread::startVirtualThread);
        Outcome outcome = service.recognize(request, sender);
        return outcome instanceof Outcome.Recognized recognized
                        && !recognized.recognition().plates().isEmpty()
                ? remember(recognized, request, digest, source, time)
                : outcome;
    }

    private Outcome remember(
            Outcome.Recognized recognized,
            PictureRequest request,
            CompletableFuture<String> digested,
            Source source,
            Instant time) {
        Seen seen = recognized.seen();
        List<Plate> plates = seen.recognition().plates();
        String digest = digested.join();
        List<NewRead> reads = IntStream.range(0, plates.size())
                .mapToObj(i -> {
                    var evidence = new Evidence(seen.strips().get(i), keepPictures ? request.file() : null);
                    return read(plates.get(i), source, time, digest, seen.models(), evidence);
                })
                .toList();
        try {
            List<Long> ids = history.append(reads).stream().map(PlateRead::id).toList();
            return new Outcome.Recognized(seen, ids, recognized.elapsedMs());
        } catch (HistoryException e) {
            return new Outcome.NotStored(e);
        }
    }

    private static NewRead read(
            Plate plate, Source source, Instant time, String digest, String models, Evidence evidence) {
        return new NewRead(
                ReadUid.of(time),
                time,
                plate.text(),
                plate.confidence(),
                plate.region(),
                plate.box(),
                plate.quad(),
                plate.candidates(),
                source,
                digest,
                models,
                plate.changes(),
                evidence);
    }
}
