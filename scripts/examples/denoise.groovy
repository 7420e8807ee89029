#@ File (label = "Noisy image") noisy
#@ String (label = "Model", value = "auto") model
#@ File (label = "Denoised image (.tif)", style = "save") result
#@ CommandService commands
#@output double ssim

// Denoises an image, saves the result, and tells how much of the image it has left as it was.
// Without a screen: fiji --headless --run denoise.groovy 'noisy="a.tif",model="auto",result="b.tif"'

import ij.IJ
import io.github.noise2clean.command.ComputeSsim
import io.github.noise2clean.command.DenoiseImage

def image = IJ.openImage(noisy.path)
def run = commands.run(DenoiseImage, true, "input", image, "model", model).get()
if (run.isCanceled()) throw new IllegalArgumentException(run.cancelReason)

def denoised = run.getOutput("denoised")
IJ.saveAsTiff(denoised, result.path)
ssim = commands.run(ComputeSsim, true, "reference", image, "test", denoised).get().getOutput("ssim")
