/** What is deployed fits together: the rendered manifests, and what the programs read. */
package com.cottonerp.deploy;
