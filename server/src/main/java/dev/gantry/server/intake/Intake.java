package dev.gantry.server.intake;

import dev.gantry.server.history.Source;
import dev.gantry.server.recognition.Outcome;
import dev.gantry.server.recognition.PictureRequest;
import dev.gantry.server.recognition.RecognitionService;
import dev.gantry.server.recognition.Sender;

/** Recognises a picture and remembers its plates before anybody is told of them. */
public final class Intake {

    private final RecognitionService service;

    public Intake(RecognitionService service) {
        this.service = service;
    }

    /** Whether pictures are recognised yet. */
    public boolean isReady() {
        return service.isReady();
    }

    /**
     * One picture's way; the calling thread waits for the answer.
     *
     * @param sender asked now and then, in the calling thread, whether the answer is still wanted
     */
    public Outcome recognize(PictureRequest request, Source source, Sender sender) {
        return service.recognize(request, sender);
    }
}
