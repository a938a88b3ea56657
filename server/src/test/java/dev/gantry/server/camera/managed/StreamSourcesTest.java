package dev.gantry.server.camera.managed;

import static dev.gantry.server.camera.managed.CameraState.OFFLINE;
import static dev.gantry.server.camera.managed.CameraState.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.server.camera.HlsStream;
import dev.gantry.server.camera.RtspCamera;
import dev.gantry.server.camera.RtspCamera.Codec;
import dev.gantry.server.camera.RtspLogin;
import dev.gantry.server.camera.TestClips;
import dev.gantry.server.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Streams as real cameras send them: RTSP with its packets in the connection, and HLS. */
@Timeout(300)
class StreamSourcesTest {

    private static final String USER = "viewer";

    /** With all that has a meaning in an address. */
    private static final String PASSWORD = "p@ss:w/rd %41#ü";

    private static final RtspLogin DIGEST = new RtspLogin.Digest(USER, PASSWORD);

    @TempDir
    Path folder;

    private Rig rig;

    @BeforeAll
    static void unpack() throws Exception {
        TestClips.program();
    }

    @BeforeEach
    void start() {
        rig = new Rig(folder);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource
    void rtspIsWatchedOverTcp(Codec codec) throws Exception {
        try (var camera = new RtspCamera(codec, new RtspLogin.None())) {
            rig.watch("gate", camera.address());
            rig.awaitState("gate", ONLINE);

            Rig.await(() -> rig.status("gate").framesPerSecond() > 2);
            Rig.await(() -> rig.status("gate").width() == 320);
            assertThat(camera.transports()).isNotEmpty().allMatch(wanted -> wanted.startsWith("RTP/AVP/TCP"));
        }
    }

    @Test
    void rtspAsksForADigest() throws Exception {
        try (var camera = new RtspCamera(Codec.H264, DIGEST)) {
            rig.cameras().add(withLogin(camera.address(), PASSWORD));

            rig.awaitState("gate", ONLINE);
        }
    }

    @Test
    void rtspAsksForThePassword() throws Exception {
        try (var camera = new RtspCamera(Codec.H264, new RtspLogin.Basic(USER, PASSWORD))) {
            rig.cameras().add(withLogin(camera.address(), PASSWORD));

            rig.awaitState("gate", ONLINE);
        }
    }

    @Test
    void aWrongPasswordIsToldAndIsNoSecretInTheLog() throws Exception {
        try (var camera = new RtspCamera(Codec.H264, DIGEST)) {
            rig.cameras().add(withLogin(camera.address(), "sesame"));
            rig.awaitState("gate", OFFLINE);
            Rig.await(() -> String.valueOf(rig.status("gate").reason()).contains("401"));
            Rig.await(() -> rig.status("gate").log().toString().contains("401"));
            assertThat(rig.status("gate").log().toString()).doesNotContain("sesame");

            rig.cameras().replace(withLogin(camera.address(), PASSWORD));
            rig.awaitState("gate", ONLINE);
        }
    }

    @Test
    void rtspThatFreezesOrHangsUpComesBack() throws Exception {
        try (var camera = new RtspCamera(Codec.H264, DIGEST)) {
            rig.cameras().add(withLogin(camera.address(), PASSWORD));
            rig.awaitState("gate", ONLINE);

            camera.freeze(true);
            rig.awaitState("gate", OFFLINE);
            camera.freeze(false);
            rig.awaitState("gate", ONLINE);

            int connections = camera.transports().size();
            camera.hangUp();
            Rig.await(() -> camera.transports().size() > connections);
            rig.awaitState("gate", ONLINE);
        }
    }

    /** A playlist's pieces of two seconds come whole; still its frames are looked at one after the other, as time goes by. */
    @Test
    void hlsIsWatchedFrameByFrame() throws Exception {
        try (var stream = new HlsStream(folder.resolve("hls"), 10)) {
            rig.watch("gate", stream.address());
            rig.awaitState("gate", ONLINE);

            Rig.await(() -> rig.status("gate").framesPerSecond() > 4);
        }
    }

    @Test
    void aDeviceThatIsNotThereIsTold() throws Exception {
        rig.watch("usb", "/dev/video99");

        Rig.await(() -> String.valueOf(rig.status("usb").reason()).contains("No such file"));
        Rig.await(() -> rig.status("usb").log().toString().contains("Cannot open video device /dev/video99"));
    }

    private static CameraDefinition withLogin(String address, String password) throws DefinitionException {
        ObjectNode json = Json.mapper().createObjectNode().put("id", "gate").put("source", address);
        return Rig.definition(json.put("user", USER).put("password", password));
    }
}
