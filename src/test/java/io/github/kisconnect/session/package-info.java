/** The session on a virtual clock, with KIS, network and operator played by the test. */
package io.github.kisconnect.session;
