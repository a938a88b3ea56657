package dev.gantry.server.http;

/** An interface that tells in its own words what is refused at its addresses before any route is asked. */
public interface OwnRefusals {

    /** Whether the address, as it was sent, is one of its own. */
    boolean owns(String path);

    /** What it answers, to be written as JSON. */
    Object refusal(int status, String message);
}
