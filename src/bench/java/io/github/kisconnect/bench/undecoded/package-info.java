/**
 * A yardstick: a connector that puts the text of every frame into the topic as it is. It is loaded
 * by a worker as a plugin of its own and uses nothing but the JDK and the Connect API.
 */
package io.github.kisconnect.bench.undecoded;
