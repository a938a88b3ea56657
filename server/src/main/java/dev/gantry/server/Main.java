package dev.gantry.server;

import picocli.CommandLine;

/** The way in: {@code gantry COMMAND}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true"); // pictures are decoded, never shown
        System.exit(commandLine().execute(arguments));
    }

    /** All commands. */
    static CommandLine commandLine() {
        return new CommandLine(new GantryCommand()).addSubcommand(new ServeCommand());
    }
}
