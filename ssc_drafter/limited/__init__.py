"""Limited child processes: a pool of small servers that fork one child for each job, which locks itself in and answers.

`pool.py` is the side of the program, `child.py` the other side, `walls.py` what stands between. Readers and writers use them.
"""
