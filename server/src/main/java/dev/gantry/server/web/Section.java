package dev.gantry.server.web;

/** The pages that the navigation leads to, in its order. */
public enum Section {
    LIVE("live"),
    HISTORY("history"),
    REVIEW("review"),
    STATISTICS("statistics"),
    CAMERAS("cameras"),
    TRY("try"),
    SYSTEM("system");

    private final String id;

    Section(String id) {
        this.id = id;
    }

    /** Names its icon in {@code icons.svg}, its word {@code nav.ID} and its address. */
    public String id() {
        return id;
    }

    public String path() {
        return "/" + id;
    }
}
