/** Where ids and the time come from: injected, so that a test can say what they are. */
package com.cottonerp.defaults.sources;
