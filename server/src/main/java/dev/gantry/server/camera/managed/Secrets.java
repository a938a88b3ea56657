package dev.gantry.server.camera.managed;

import dev.gantry.server.camera.SecretText;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clients never get secrets, so they cannot send them back: what they leave out stays as it was, as long as it goes to the same camera. */
final class Secrets {

    private Secrets() {}

    /**
     * The new definition with the secrets that it leaves out.
     *
     * @param before the definition that it replaces
     */
    static CameraDefinition kept(CameraDefinition now, CameraDefinition before) {
        String masked = SecretText.masked(DefinitionJson.source(before.source()));
        CameraSource source = DefinitionJson.source(now.source()).equals(masked)
                ? withAddressOf(before.source(), now.source())
                : now.source();
        Optional<Credentials> credentials = now.credentials();
        if (credentials.isEmpty() && Objects.equals(host(now.source()), host(before.source()))) {
            credentials = before.credentials();
        }
        return now.with(source, credentials.filter(who -> !who.user().isEmpty()));
    }

    private static CameraSource withAddressOf(CameraSource before, CameraSource now) {
        return switch (now) {
            case CameraSource.Stream _ -> new CameraSource.Stream(address(before));
            case CameraSource.Snapshots snapshots -> new CameraSource.Snapshots(address(before), snapshots.interval());
            case CameraSource.VideoFile _, CameraSource.Device _, CameraSource.Folder _ -> now;
        };
    }

    private static URI address(CameraSource source) {
        return URI.create(DefinitionJson.source(source));
    }

    /** Host and port; null for what is on this machine. */
    private static @Nullable String host(CameraSource source) {
        return switch (source) {
            case CameraSource.Stream(var address) -> address.getAuthority();
            case CameraSource.Snapshots snapshots -> snapshots.address().getAuthority();
            case CameraSource.VideoFile _, CameraSource.Device _, CameraSource.Folder _ -> null;
        };
    }
}
