/** What FlaskALPR left behind: its database, read and turned into history. Nothing of it is ever changed. */
@NullMarked
package dev.gantry.server.flaskalpr;

import org.jspecify.annotations.NullMarked;
