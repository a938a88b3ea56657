package dev.gantry.server.settings;

import java.util.List;

/** Settings that cannot be used; the message has one sentence for each thing to put right. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String problem) {
        super(problem);
    }

    SettingsException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
