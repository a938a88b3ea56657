package dev.gantry.server.cli;

/** Keeps in mind what the exit code depends on. */
final class OutcomeTally {

    private boolean plates;
    private boolean failures;

    void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Recognized recognized ->
                plates |= !recognized.recognition().plates().isEmpty();
            case Outcome.Sighted _ -> plates = true;
            case Outcome.NothingSighted _ -> {}
            case Outcome.Failed _ -> failures = true;
        }
    }

    int exitCode() {
        if (failures) {
            return RecognizeCommand.SOME_FAILED;
        }
        return plates ? RecognizeCommand.PLATES_FOUND : RecognizeCommand.NO_PLATES;
    }
}
