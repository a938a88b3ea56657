package dev.gantry.server.camera.managed;

import java.util.List;

/** A camera's definition is not what it should be; the message tells everything that is wrong, without secrets. */
public final class DefinitionException extends Exception {

    private static final long serialVersionUID = 1;

    DefinitionException(List<String> problems) {
        super("The camera cannot be set up like this: " + String.join("; ", problems) + ".");
    }
}
