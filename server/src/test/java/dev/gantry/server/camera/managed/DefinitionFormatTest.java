package dev.gantry.server.camera.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gantry.server.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DefinitionFormatTest {

    @Test
    void theSourceTellsWhatItIs() throws Exception {
        assertThat(read("{'id':'a','source':'rtsp://cam:554/1'}").source())
                .isEqualTo(new CameraSource.Stream(URI.create("rtsp://cam:554/1")));
        assertThat(read("{'id':'a','source':'http://cam/video.m3u8'}").source())
                .isInstanceOf(CameraSource.Stream.class);
        assertThat(read("{'id':'a','source':'http://cam/shot.jpg'}").source())
                .isEqualTo(new CameraSource.Snapshots(URI.create("http://cam/shot.jpg"), Duration.ofSeconds(1)));
        assertThat(read("{'id':'a','source':'http://cam/snap.cgi','interval':0.5}")
                        .source())
                .isEqualTo(new CameraSource.Snapshots(URI.create("http://cam/snap.cgi"), Duration.ofMillis(500)));
        assertThat(read("{'id':'a','source':'/dev/video0'}").source())
                .isEqualTo(new CameraSource.Device(Path.of("/dev/video0")));
        assertThat(read("{'id':'a','source':'clips/a.mp4','loop':true}").source())
                .isEqualTo(new CameraSource.VideoFile(Path.of("clips/a.mp4"), true));
        assertThat(read("{'id':'a','source':'ftp/in','delete':true}").source())
                .isEqualTo(new CameraSource.Folder(Path.of("ftp/in"), null));
        assertThat(read("{'id':'a','source':'ftp/in','moveTo':'ftp/done'}").source())
                .isEqualTo(new CameraSource.Folder(Path.of("ftp/in"), Path.of("ftp/done")));
    }

    @Test
    void secretsLeaveTheAddressAndNeverComeOut() throws Exception {
        CameraDefinition camera = read("{'id':'a','source':'rtsp://me:p%40ss@cam/1?pwd=hidden&channel=2'}");

        assertThat(camera.credentials()).contains(new Credentials("me", "p@ss"));
        String shown = DefinitionJson.shown(camera).toString();
        assertThat(shown)
                .doesNotContain("p@ss", "p%40ss", "hidden", "me:")
                .contains("channel=2", "\"hasCredentials\":true");
        assertThat(camera.toString()).doesNotContain("p@ss");
        assertThat(read(DefinitionJson.stored(camera).toString())).isEqualTo(camera);
    }

    @Test
    void whatIsLeftOutStaysAsItWasForTheSameHostAlone() throws Exception {
        CameraDefinition before =
                read("{'id':'a','source':'http://cam/s.jpg?pwd=hidden','user':'me','password':'pass'}");
        CameraDefinition echoed =
                read(DefinitionJson.shown(before).put("name", "Gate").toString());

        CameraDefinition after = Secrets.kept(echoed, before);

        assertThat(after.source()).isEqualTo(before.source());
        assertThat(after.credentials()).isEqualTo(before.credentials());
        assertThat(after.name()).isEqualTo("Gate");
        CameraDefinition elsewhere = read("{'id':'a','source':'http://evil/s.jpg?pwd=***'}");
        assertThat(Secrets.kept(elsewhere, before).credentials()).isEmpty();
        CameraDefinition without = read("{'id':'a','source':'http://cam/s.jpg','user':''}");
        assertThat(Secrets.kept(without, before).credentials()).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsToldWithoutSecrets() {
        assertThatThrownBy(
                        () -> read(
                                "{'id':'A B','source':'rtsp://u:secret word@h/','fps':99,'include':[[[0,0],[1,1]]],"
                                        + "'line':[[0,0],[0,0]],'regions':['xx'],'rotation':45,'timeZone':'Moon','minConfidense':1}"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContainingAll(
                        "'id'", "'source'", "'fps'", "'include'", "'line'", "'regions'", "'rotation'", "'timeZone'")
                .hasMessageContaining("there is no field 'minConfidense'")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> read("{'id':'a'}")).hasMessageContaining("'source' is missing");
        assertThatThrownBy(() -> read("{'id':'a','source':'ftp/in'}")).hasMessageContaining("'delete'");
        assertThatThrownBy(() -> read("{'id':'a','source':'rtsp://h:99999/'}")).hasMessageContaining("port");
        assertThatThrownBy(() -> read("{'id':'a','source':'gopher://h/'}")).hasMessageContaining("rtsp://");
    }

    @Test
    void theTrackerIsToldWhatTheCameraIsSetTo() throws Exception {
        CameraDefinition camera = read(
                "{'name':'Main gate!','source':'rtsp://h/','include':[[[0,0],[1,0],[1,1]]],"
                        + "'minPlateHeight':12,'minConfidence':0.7,'gap':30,'line':[[0,0.5],[1,0.5]],'regions':['gb'],'rotation':90}");

        assertThat(camera.id()).isEqualTo("main-gate");
        assertThat(camera.tracking().include()).hasSize(1);
        assertThat(camera.tracking().minPlateHeight()).isEqualTo(12);
        assertThat(camera.tracking().minConfidence()).isEqualTo(0.7);
        assertThat(camera.tracking().gap()).isEqualTo(Duration.ofSeconds(30));
        assertThat(Optional.ofNullable(camera.tracking().line())).isPresent();
        assertThat(read(DefinitionJson.stored(camera).toString())).isEqualTo(camera);
    }

    private static CameraDefinition read(String json) throws Exception {
        return Rig.definition((ObjectNode) Json.mapper().readTree(json.replace('\'', '"')));
    }
}
