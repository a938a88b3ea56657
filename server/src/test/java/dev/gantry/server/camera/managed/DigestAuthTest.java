package dev.gantry.server.camera.managed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestAuthTest {

    private static final Credentials MUFASA = new Credentials("Mufasa", "Circle of Life");

    /** The examples of RFC 7616, section 3.9.1. */
    @Test
    void answersAsTheStandardsExample() {
        String challenge = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s,"
                + " nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
        String nonce = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

        String md5 = DigestAuth.of(List.of("Basic realm=\"x\"", challenge.formatted("MD5")))
                .orElseThrow()
                .header(MUFASA, "GET", "/dir/index.html", nonce);
        String sha = DigestAuth.of(List.of(challenge.formatted("MD5"), challenge.formatted("SHA-256")))
                .orElseThrow()
                .header(MUFASA, "GET", "/dir/index.html", nonce);

        assertThat(md5).contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"", "nc=00000001", "opaque=\"FQhe/");
        assertThat(sha).contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"");
    }

    /** The example of RFC 2069, as corrected by its errata. */
    @Test
    void answersTheOlderFormWithout() {
        String header = DigestAuth.of(
                        List.of("Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\""))
                .orElseThrow()
                .header(new Credentials("Mufasa", "CircleOfLife"), "GET", "/dir/index.html", "unused");

        assertThat(header)
                .contains("response=\"1949323746fe6a43ef61f9606e7febea\"")
                .doesNotContain("qop");
    }

    @Test
    void whatItDoesNotKnowItDoesNotAnswer() {
        assertThat(DigestAuth.of(
                        List.of("Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"1\", algorithm=SHA-512-256")))
                .isEmpty();
    }
}
