def made = new File(basedir, 'target/generated-sources/fastcodec/shop').list().sort()
assert made == ['Order.java', 'OrderSchema.java', 'Shipment.java']
def log = new File(basedir, 'build.log').text
def said = log.readLines().findAll { it =~ /Generated|Nothing to generate/ }.collect { it - '[INFO] ' }
assert said.size() == 4
assert said[0] == 'Generated 5 classes from 2 IDL files, 5 written, 0 deleted'
assert said[1] == 'Generated 3 classes from 1 IDL files, 2 written, 3 deleted'
assert said[2] == 'Nothing to generate - all 3 classes are up to date'
assert said[3].startsWith('Generated 3 classes from 1 IDL files, 2 written')
