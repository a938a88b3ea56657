/** The page on which people say of reads whether they are right. */
@NullMarked
package dev.gantry.server.web.review;

import org.jspecify.annotations.NullMarked;
