package dev.gantry.server.store;

/** The indexes of reads that searches go by. SQLite, which knows only averages of what is in them, is told which one to take. */
enum ReadIndex {
    /** Reads of a plate, newest first. */
    PLATE("plate_read_plate", "plate"),
    /** All reads, newest first. */
    TIME("plate_read_time", "time"),
    /** Reads of a {@link ReadGroup}, newest first. */
    GROUP("plate_read_group", "read_group"),
    /** Reads of a group in an hour of the day, newest first. */
    HOUR("plate_read_hour", "(read_group * 24 + time / 3600000 % 24)");

    private final String index;
    private final String key;

    ReadIndex(String index, String key) {
        this.index = index;
        this.key = key;
    }

    /** What its entries have in common that are next to each other. */
    String key() {
        return key;
    }

    /** The table, to be gone through by this index. */
    String table(boolean sqlite) {
        return "plate_read" + (sqlite ? " INDEXED BY " + index : "");
    }
}
