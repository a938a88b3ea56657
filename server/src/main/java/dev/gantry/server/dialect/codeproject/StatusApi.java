package dev.gantry.server.dialect.codeproject;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;

/** The probes by which clients of CodeProject.AI find out whether it is there, which one it is and what it can do. */
public final class StatusApi {

    /** The version whose API is spoken; clients compare it. */
    private static final Version SPOKEN = new Version(2, 9, 6, "", false, 0, "", "Spoken by Gantry");

    private static final String SPOKEN_TEXT = "2.9.6";

    private static final int OK = 200;

    private static final String HOST = "localhost";

    private record Version(
            int major,
            int minor,
            int patch,
            String preRelease,
            boolean securityUpdate,
            int build,
            String file,
            String releaseNotes) {}

    private record Running(boolean success, String message, Version version, int code, String hostname) {}

    private record Update(
            boolean success,
            String message,
            Version version,
            Version current,
            Version latest,
            boolean updateAvailable,
            int code,
            String hostname) {}

    private record Statuses(boolean success, List<Status> statuses) {
        Statuses {
            statuses = List.copyOf(statuses);
        }
    }

    private record Status(String moduleId, String name, String status) {}

    public void register(RoutesConfig routes) {
        for (String path : List.of(
                "/v1/status/ping", "/v1/server/status/ping", "/v1/status/version", "/v1/server/status/version")) {
            routes.get(path, ctx -> answer(ctx, new Running(true, SPOKEN_TEXT, SPOKEN, OK, HOST)));
        }
        routes.get(
                "/v1/status/updateavailable",
                ctx -> answer(
                        ctx, new Update(true, "This is the current version", SPOKEN, SPOKEN, SPOKEN, false, OK, HOST)));
        for (String path : List.of("/v1/module/list/status", "/v1/status/analysis/list")) {
            routes.get(
                    path,
                    ctx -> answer(
                            ctx, new Statuses(true, List.of(new Status("ALPR", "License Plate Reader", "Started")))));
        }
    }

    private static void answer(Context ctx, Object body) {
        Cors.allow(ctx);
        ctx.json(body);
    }
}
