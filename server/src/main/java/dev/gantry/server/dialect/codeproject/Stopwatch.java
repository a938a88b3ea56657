package dev.gantry.server.dialect.codeproject;

/** Time since a request arrived. */
record Stopwatch(long startNanos) {

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime());
    }

    double ms() {
        return (System.nanoTime() - startNanos) / 1e6;
    }
}
