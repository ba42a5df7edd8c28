"""The SLURM configuration in the documents is one that dask-jobqueue takes, and asks for what it says."""

from pathlib import Path

import pytest
import yaml

import experiments

jobqueue = pytest.importorskip("dask_jobqueue", reason="the extra [dask] is not installed")
CONFIG = Path(experiments.__file__).resolve().parents[1] / "docs" / "slurm.yaml"


def test_the_job_script_asks_for_what_the_file_says():
    import dask

    settings = dask.config.merge(dask.config.config, yaml.safe_load(CONFIG.read_text()))
    with dask.config.set({"jobqueue": settings["jobqueue"]}):
        job = jobqueue.SLURMCluster.job_cls(scheduler="tcp://127.0.0.1:8786", name="one", config_name="slurm")
        script = job.job_script()
    for line in ("#SBATCH --cpus-per-task=32", "#SBATCH --mem=30G", "#SBATCH -t 02:00:00", "#SBATCH -J probgov",
                 "#SBATCH --hint=nomultithread"):
        assert line in script
    for word in ("tcp://127.0.0.1:8786", "--nthreads 1", "--nworkers 32", "--lifetime 110m"):
        assert word in script
